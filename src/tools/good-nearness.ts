// How near good pictures come to the known cases: for each the similarity of the whole and of its strongest
// spot (found while it was left out of the bank) to the nearest case. It follows from stored vectors alone and
// is computed again when cases or good pictures have changed.
import type { Store, VectorSetKey } from "../store/store.ts";
import type { Bank } from "./bank-keeper.ts";

export interface GoodNearness {
  /** For each good picture: whole, then spot. */
  of(bank: Bank): Promise<readonly (readonly number[])[]>;
}

type Rows = readonly (readonly number[])[];

export const createGoodNearness = ({ store }: { store: Store }): GoodNearness => {
  const kept = new Map<string, { readonly state: string; readonly rows: Promise<Rows> }>();
  return {
    async of({ record: { product, view } }) {
      const keys = (["cases", "good", "spots"] as const).map((set) => ({ product, view, set }));
      const state = (await Promise.all(keys.map((key) => store.vectors.generation(key)))).join(" ");
      const name = `${product} ${view}`;
      const known = kept.get(name);
      if (known?.state === state) return known.rows;
      const rows = measure({ product, view }, store);
      kept.set(name, { state, rows });
      rows.catch(() => kept.delete(name));
      return rows;
    },
  };
};

const measure = async (of: Omit<VectorSetKey, "set">, store: Store): Promise<Rows> => {
  const [wholes, spots] = await Promise.all([
    store.vectors.list({ ...of, set: "good" }),
    store.vectors.list({ ...of, set: "spots" }),
  ]);
  const nearest = async (vector: Float32Array): Promise<number> =>
    (await store.vectors.nearest({ ...of, set: "cases" }, vector, 1))[0]?.similarity ?? 0;
  const spotOf = new Map(spots.map(({ item, numbers }) => [item, numbers]));
  const rows = wholes.map(async ({ item, numbers }) => {
    const spot = spotOf.get(item);
    return spot ? [[await nearest(numbers), await nearest(spot)]] : [];
  });
  return (await Promise.all(rows)).flat();
};
