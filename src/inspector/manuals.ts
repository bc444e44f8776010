import type { Inspector } from "../inspector.ts";
import type { Parts } from "./parts.ts";
import { existing } from "./products.ts";

export const manualsOf = (parts: Parts): Inspector["manuals"] => {
  const { blobs, store, tools } = parts;
  return {
    async add(product, manuals, run = {}) {
      await existing(product, parts);
      const stored = [];
      for (const { fileName, bytes } of manuals) stored.push({ fileName, file: await blobs.put(bytes) });
      return tools.addManuals({ product, manuals: stored }, run);
    },
    async list(product) {
      await existing(product, parts);
      return store.manuals.list(product);
    },
    async search(product, question, limit) {
      await existing(product, parts);
      return tools.searchManual({ product, question, limit });
    },
  };
};
