import type { Inspector } from "./contract.ts";
import type { CaseInput } from "./inputs.ts";
import type { Parts } from "./parts.ts";

export const casesOf = ({ blobs, tools }: Parts): Inspector["cases"] => ({
  async add(product, cases, run = {}) {
    return tools.addCases({ product, cases: await storedCases(cases, blobs) }, run);
  },
  search: (query, run = {}) => tools.searchCases(query, run),
  list: (product) => tools.listCases({ product }),
  remove: (id) => tools.removeCase({ id }),
});

/** Puts pictures and masks into the blob store, one after another. */
export const storedCases = async (cases: readonly CaseInput[], blobs: Parts["blobs"]) => {
  const stored = [];
  for (const { fileName, type, view, box, read, readMask } of cases) {
    stored.push({
      fileName,
      type,
      ...(view !== undefined && { view }),
      ...(box && { box }),
      image: await blobs.put(await read()),
      ...(readMask && { mask: await blobs.put(await readMask()) }),
    });
  }
  return stored;
};
