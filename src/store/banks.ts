import { z } from "zod";
import { BlobId } from "../domain/image-ref.ts";
import { ProductId, View } from "../domain/product.ts";
import { Box } from "../domain/region.ts";
import type { Database } from "./database.ts";
import { fromJson, toJson } from "./json-column.ts";
import { requireProduct } from "./known-product.ts";
import type { BankRecord, Store } from "./store.ts";

/** JSON writes a double with the digits that read back to the same double, so scores come back exactly. */
export const StoredBank: z.ZodType<BankRecord> = z.object({
  product: ProductId,
  view: View,
  file: BlobId,
  model: z.string(),
  modelSha256: z.string(),
  inputLongEdgePx: z.int().positive(),
  leftOutScores: z.array(z.number()),
  referenceScores: z.array(z.number()).default([]), // none in a bank of before there was a comparison
  /** Empty in a bank of the first version. */
  spots: z.array(z.object({ image: BlobId, box: Box })).default([]),
  leftOutMaps: BlobId.optional(),
  golden: z.array(z.object({ image: BlobId, distance: z.number() })).optional(),
  captureBaseline: z.record(z.string(), z.array(z.number())),
  builtAt: z.iso.datetime(),
});

export const createBanks = (database: Database): Store["banks"] => ({
  put: async (bank) => database.transaction(() => putBank(database, bank)),
  get: async (product, view) => bankOf(database, product, view),
});

export const bankOf = (database: Database, product: string, view: View): BankRecord | undefined => {
  const [row] = database.rows(
    database.build
      .selectFrom("bank")
      .select("record")
      .where("product", "=", product)
      .where("view", "=", view),
  );
  return row && fromJson(StoredBank, row.record, `bank of product ${product}, view ${view}`);
};

/** Inside a transaction. */
export const putBank = (database: Database, bank: BankRecord): void => {
  requireProduct(database, bank.product);
  const record = toJson(StoredBank, bank);
  database.rows(
    database.build
      .insertInto("bank")
      .values({ product: bank.product, view: bank.view, record })
      .onConflict((conflict) => conflict.columns(["product", "view"]).doUpdateSet({ record })),
  );
};
