// Which feature network a product uses. A change takes effect in one transaction: a reader of the store sees all of
// the old (banks, thresholds, vectors) or all of the new.
import { z } from "zod";
import { JobId } from "../domain/job.ts";
import { bankOf, putBank, StoredBank } from "./banks.ts";
import type { Database } from "./database.ts";
import { fromJson, toJson } from "./json-column.ts";
import { changeProduct, productIn } from "./product-rows.ts";
import { requireBankOfSet } from "./references.ts";
import type { BankRecord, FormerModel, ModelSwitch, Store } from "./store.ts";
import { putVectors } from "./vector-rows.ts";

const StoredFormerModel: z.ZodType<FormerModel> = z.object({
  model: z.string(),
  banks: z.array(StoredBank),
  replacedBy: JobId.optional(),
});

export const createProductModels = (database: Database): Store["productModels"] => ({
  switch: async (change) => database.transaction(() => switchModel(database, change)),
  former: async (product) => {
    const [row] = database.rows(
      database.build.selectFrom("formerModel").select("record").where("product", "=", product),
    );
    return row && fromJson(StoredFormerModel, row.record, `former model of product ${product}`);
  },
});

const switchModel = (database: Database, { product: id, model, banks, vectors, job }: ModelSwitch): void => {
  const product = productIn(database, id);
  const before = product.views.flatMap((view): BankRecord | BankRecord[] => bankOf(database, id, view) ?? []);
  const former: FormerModel = {
    model: before[0]?.model ?? product.model ?? model,
    banks: before,
    ...(job !== undefined && { replacedBy: job }),
  };
  const record = toJson(StoredFormerModel, former);
  database.rows(
    database.build
      .insertInto("formerModel")
      .values({ product: id, record })
      .onConflict((conflict) => conflict.column("product").doUpdateSet({ record })),
  );
  changeProduct(database, id, { model });
  for (const bank of banks) {
    requireBankOfSet(database, bank);
    putBank(database, bank);
  }
  for (const { key, vectors: rows } of vectors) putVectors(database, key, rows);
};
