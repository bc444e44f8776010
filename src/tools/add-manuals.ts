import { z } from "zod";
import { BlobId } from "../domain/image-ref.ts";
import { Manual } from "../domain/manual.ts";
import { ProductId } from "../domain/product.ts";
import { defineTool } from "./define-tool.ts";
import { readManuals } from "./read-manuals.ts";

export const addManuals = defineTool({
  name: "add_manuals",
  description:
    "Add stored PDF manuals to a product. A file name that is already there becomes its next revision.",
  input: z.object({
    product: ProductId,
    manuals: z.array(z.object({ fileName: z.string(), file: BlobId })).min(1),
  }),
  output: z.array(Manual),
  async run({ product, manuals }, context) {
    const added: Manual[] = [];
    for (const manual of await readManuals(manuals, context)) {
      added.push(await context.store.manuals.add(product, manual));
    }
    return added;
  },
});
