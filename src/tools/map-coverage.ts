import { z } from "zod";
import { Coverage } from "../domain/coverage.ts";
import { ProductId } from "../domain/product.ts";
import { coverageOf } from "../rag/coverage.ts";
import { defineTool } from "./define-tool.ts";
import { knownProduct } from "./known-product.ts";

export const mapCoverage = defineTool({
  name: "map_coverage",
  description:
    "Tell which defect types of a product have causes, actions and prevention in which manual and page, and which have none.",
  input: z.object({ product: ProductId }),
  output: Coverage,
  async run({ product: id }, { store }) {
    const { types } = await knownProduct(id, store);
    const manuals = await store.manuals.list(id);
    return { product: id, manuals, ...coverageOf(types, await store.manuals.passages(id)) };
  },
});
