import { z } from "zod";
import { DefectCode } from "../domain/defect-type.ts";
import { History, historyOf } from "../domain/history.ts";
import { ProductId } from "../domain/product.ts";
import { defineTool } from "./define-tool.ts";

export const recallHistory = defineTool({
  name: "recall_history",
  description:
    "What was done before about a defect type of a product, and how often a person confirmed that it solved the matter, with a 95 % interval; null when nothing was recorded.",
  input: z.object({ product: ProductId, type: DefectCode }),
  output: History.nullable(),
  run: async ({ product, type }, { store }) =>
    historyOf(type, await store.feedback.ofType(product, type)) ?? null,
});
