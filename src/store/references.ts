import { Reference } from "../domain/reference.ts";
import type { Database } from "./database.ts";
import { fromJson, toJson } from "./json-column.ts";
import type { Store } from "./store.ts";

export const createReferences = (database: Database): Store["references"] => ({
  list: async (product, view) =>
    database
      .rows(
        database.build
          .selectFrom("reference")
          .selectAll()
          .where("product", "=", product)
          .where("view", "=", view)
          .orderBy("id"),
      )
      .map(({ image, record }) => fromJson(Reference, record, `reference ${image} of product ${product}`)),
});

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
