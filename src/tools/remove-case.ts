import { z } from "zod";
import { Case, CaseId } from "../domain/case.ts";
import { GumsaError } from "../errors.ts";
import { defineTool } from "./define-tool.ts";

export const removeCase = defineTool({
  name: "remove_case",
  description: "Remove a known defect case by its id. Inspections that named it stay as they are.",
  input: z.object({ id: CaseId }),
  output: Case,
  async run({ id }, { store }) {
    const known = await store.cases.get(id);
    if (!known) {
      throw new GumsaError("case_unknown", `No case with the id ${id} is stored.`, {
        hint: "gumsa cases list",
      });
    }
    await store.cases.remove(id);
    return known;
  },
});
