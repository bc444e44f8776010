import { z } from "zod";
import { BlobId } from "../domain/image-ref.ts";
import type { View } from "../domain/product.ts";
import type { Database } from "./database.ts";
import { fromJson, toJson } from "./json-column.ts";
import { requireProduct } from "./known-product.ts";

export interface GrounderKey {
  readonly product: string;
  readonly view: View;
  /** `cases`, or a model with what it was asked. */
  readonly grounder: string;
}

export interface GrounderRecord {
  /** What it follows from; a record of another recipe is made again. */
  readonly recipe: string;
  /** The patches of known defects. */
  readonly file?: BlobId | undefined;
  /** By type: the largest known case, as a share of its picture. */
  readonly largest?: Readonly<Record<string, number>> | undefined;
  /** The highest score of each phrase or type on each good picture, in the same order. */
  readonly good: Readonly<Record<string, readonly number[]>>;
}

/** What boxes stand on, by product, view and grounder: a cache that can be rebuilt. */
export interface GrounderStore {
  /** Replaces that of the same key. Throws `product_unknown`. */
  put(key: GrounderKey, record: GrounderRecord): Promise<void>;
  get(key: GrounderKey): Promise<GrounderRecord | undefined>;
}

const StoredGrounder: z.ZodType<GrounderRecord> = z.object({
  recipe: z.string(),
  file: BlobId.optional(),
  largest: z.record(z.string(), z.number()).optional(),
  good: z.record(z.string(), z.array(z.number())),
});

export const createGrounders = (database: Database): GrounderStore => ({
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
