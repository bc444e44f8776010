import type { BlobId } from "../domain/image-ref.ts";
import type { Database } from "./database.ts";

export interface PrototypeKey {
  readonly image: BlobId;
  readonly modelSha256: string;
  readonly inputLongEdgePx: number;
}

/** The patches kept of one good picture, by picture, model and input size: a cache that can be rebuilt. */
export interface PrototypeStore {
  put(key: PrototypeKey, file: BlobId): Promise<void>;
  get(key: PrototypeKey): Promise<BlobId | undefined>;
}

export const createPrototypes = (database: Database): PrototypeStore => ({
  put: async ({ image, modelSha256, inputLongEdgePx }, file) => {
    database.rows(
      database.build.replaceInto("prototype").values({ image, modelSha256, inputLongEdgePx, file }),
    );
  },
  get: async ({ image, modelSha256, inputLongEdgePx }) => {
    const [row] = database.rows(
      database.build
        .selectFrom("prototype")
        .select("file")
        .where("image", "=", image)
        .where("modelSha256", "=", modelSha256)
        .where("inputLongEdgePx", "=", inputLongEdgePx),
    );
    return row?.file;
  },
});
