import { z } from "zod";
import { BlobId } from "../domain/image-ref.ts";
import type { Database } from "./database.ts";
import { fromJson, toJson } from "./json-column.ts";
import { requireProduct } from "./known-product.ts";
import type { GrounderRecord, Store } from "./store.ts";

const StoredGrounder: z.ZodType<GrounderRecord> = z.object({
  recipe: z.string(),
  file: BlobId.optional(),
  largest: z.record(z.string(), z.number()).optional(),
  good: z.record(z.string(), z.array(z.number())),
});

export const createGrounders = (database: Database): Store["grounders"] => ({
  put: async (key, known) =>
    database.transaction(() => {
      requireProduct(database, key.product);
      const record = toJson(StoredGrounder, known);
      database.rows(database.build.replaceInto("grounder").values({ ...key, record }));
    }),
  get: async ({ product, view, grounder }) => {
    const [row] = database.rows(
      database.build
        .selectFrom("grounder")
        .select("record")
        .where("product", "=", product)
        .where("view", "=", view)
        .where("grounder", "=", grounder),
    );
    return row && fromJson(StoredGrounder, row.record, `grounder ${grounder} of product ${product}`);
  },
});
