import type { Inspector } from "./contract.ts";
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
    async remove(product, document) {
      await knownProduct(product, store);
      return store.manuals.remove(product, document);
    },
    search: (product, question, limit, run = {}) => tools.searchManual({ product, question, limit }, run),
    coverage: (product) => tools.mapCoverage({ product }),
    async page(documentId, page, { signal, ...options } = {}) {
      const { picture, ...shown } = await tools.drawManualPage({ documentId, page, ...options }, { signal });
      return { ...shown, png: await blobs.get(picture) };
    },
  };
};
