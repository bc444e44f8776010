import type { Database } from "./database.ts";
import type { Store } from "./store.ts";

export const createPrototypes = (database: Database): Store["prototypes"] => ({
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
