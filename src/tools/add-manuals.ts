import { z } from "zod";
import { BlobId } from "../domain/image-ref.ts";
import { Manual } from "../domain/manual.ts";
import { ProductId } from "../domain/product.ts";
import { defineTool } from "./define-tool.ts";
import { readManual } from "./read-manuals.ts";

export const addManuals = defineTool({
  name: "add_manuals",
  description:
    "Add stored PDF manuals to a product. A file name that is already there becomes its next revision. Each is added when it has been read, so that a run that was stopped goes on where it was.",
  input: z.object({
    product: ProductId,
    manuals: z.array(z.object({ fileName: z.string(), file: BlobId })).min(1),
  }),
  output: z.array(Manual),
  async run({ product, manuals }, context) {
    const { store, passageVectors, onProgress } = context;
    const added: Manual[] = [];
    for (const manual of manuals) {
      const tell = (share: number): void =>
        onProgress?.("read_manuals", (added.length + share) / manuals.length);
      const known = await store.manuals.find(product, manual.file);
      added.push(known ?? (await store.manuals.add(product, await readManual(manual, context, tell))));
    }
    await passageVectors.complete(product, context);
    return added;
  },
});
