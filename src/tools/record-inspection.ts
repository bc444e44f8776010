import { z } from "zod";
import { Inspection } from "../domain/inspection.ts";
import { defineTool } from "./define-tool.ts";

export const recordInspection = defineTool({
  name: "record_inspection",
  description: "Store a finished inspection. A record never changes afterwards.",
  input: z.object({ inspection: Inspection }),
  output: Inspection,
  async run({ inspection }, { store }) {
    await store.inspections.add(inspection);
    return inspection;
  },
});
