import { Reference } from "../domain/reference.ts";
import { GumsaError } from "../errors.ts";
import { putBank } from "./banks.ts";
import type { Database } from "./database.ts";
import { fromJson, toJson } from "./json-column.ts";
import { changeProduct, productIn } from "./product-rows.ts";
import type { BankRecord, ReferenceEdit, Store } from "./store.ts";

export const createReferences = (database: Database): Store["references"] => ({
  list: async (product, view) => listReferences(database, product, view),
  edit: async (edit) => database.transaction(() => editReferences(database, edit)),
});

const listReferences = (database: Database, product: string, view: string): Reference[] =>
  database
    .rows(
      database.build
        .selectFrom("reference")
        .selectAll()
        .where("product", "=", product)
        .where("view", "=", view)
        .orderBy("id"),
    )
    .map(({ image, record }) => fromJson(Reference, record, `reference ${image} of product ${product}`));

/** The references are a set: a picture that is there already is not added twice. */
export const addReference = (database: Database, reference: Reference): void => {
  const { product, view, image } = reference;
  const row = { product, view, image: image.id, record: toJson(Reference, reference) };
  database.rows(
    database.build
      .insertInto("reference")
      .values(row)
      .onConflict((conflict) => conflict.doNothing()),
  );
};

const editReferences = (database: Database, { bank, added, removed }: ReferenceEdit): void => {
  const { product: id, view } = bank;
  const { views } = productIn(database, id);
  if (!views.includes(view)) changeProduct(database, id, { views: [...views, view] });
  for (const reference of added) addReference(database, reference);
  database.rows(
    database.build
      .deleteFrom("reference")
      .where("product", "=", id)
      .where("view", "=", view)
      .where("image", "in", removed),
  );
  requireBankOfSet(database, bank);
  putBank(database, bank);
};

/** Throws `references_changed` for a bank of another set of good pictures than is stored. Inside a transaction. */
export const requireBankOfSet = (database: Database, { product, view, spots }: BankRecord): void => {
  const now = new Set(listReferences(database, product, view).map(({ image }) => image.id));
  const isOfSet = now.size === spots.length && spots.every(({ image }) => now.has(image));
  if (!isOfSet) throw changedMeanwhile(product);
};

const changedMeanwhile = (product: string): GumsaError =>
  new GumsaError("references_changed", `The good pictures of ${product} were changed by someone else.`, {
    hint: "nothing was changed here; do it again",
  });
