// What of a product may be changed in place. Good pictures and the model change its memory bank and have ways of their own.
import { DefectTypes } from "../domain/defect-type.ts";
import type { Product } from "../domain/product.ts";
import { GumsaError } from "../errors.ts";
import { knownProduct } from "../tools/known-product.ts";
import { knownGrounder } from "./asked-phrases.ts";
import type { Parts } from "./parts.ts";

export type ProductChanges = Partial<Pick<Product, "names" | "alpha" | "grounder" | "types">>;

/** Throws `product_unknown`, `types_invalid`, `type_in_use`. */
export const changeProduct = async (id: string, changes: ProductChanges, parts: Parts): Promise<Product> => {
  const { store, models } = parts;
  await knownProduct(id, store);
  if (changes.grounder !== undefined) await knownGrounder(changes.grounder, models);
  if (changes.types) await checkTypes(id, changes.types, parts);
  return store.products.change(id, changes);
};

const checkTypes = async (id: string, types: Product["types"], { store }: Parts): Promise<void> => {
  const checked = DefectTypes.safeParse(types);
  if (!checked.success) {
    throw new GumsaError(
      "types_invalid",
      `The defect types are not valid: ${checked.error.issues[0]?.message}.`,
    );
  }
  const codes = new Set(types.map(({ code }) => code));
  const orphan = (await store.cases.list(id)).find(({ type }) => !codes.has(type));
  if (!orphan) return;
  throw new GumsaError("type_in_use", `The case ${orphan.id} is of the type ${orphan.type}.`, {
    hint: `gumsa cases remove ${orphan.id}, or keep the type`,
  });
};
