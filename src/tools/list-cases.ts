import { z } from "zod";
import { Case } from "../domain/case.ts";
import { DefectCode } from "../domain/defect-type.ts";
import { ProductId } from "../domain/product.ts";
import { defineTool } from "./define-tool.ts";
import { knownProduct } from "./known-product.ts";

export const listCases = defineTool({
  name: "list_cases",
  description: "List the known defect cases of a product, all of them or those of one defect type.",
  input: z.object({ product: ProductId, type: DefectCode.optional() }),
  output: z.array(Case),
  async run({ product, type }, { store }) {
    await knownProduct(product, store);
    return (await store.cases.list(product)).filter((entry) => type === undefined || entry.type === type);
  },
});
