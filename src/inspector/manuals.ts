import type { Inspector } from "../inspector.ts";
import { knownProduct } from "../tools/known-product.ts";
import type { Parts } from "./parts.ts";

export const manualsOf = (parts: Parts): Inspector["manuals"] => {
  const { blobs, store, tools } = parts;
  return {
    async add(product, manuals, run = {}) {
      await knownProduct(product, store);
      const stored = [];
      for (const { fileName, bytes } of manuals) stored.push({ fileName, file: await blobs.put(bytes) });
      return tools.addManuals({ product, manuals: stored }, run);
    },
    async list(product) {
      await knownProduct(product, store);
      return store.manuals.list(product);
    },
    async search(product, question, limit) {
      await knownProduct(product, store);
      return tools.searchManual({ product, question, limit });
    },
  };
};
