import { join } from "node:path";
import { createApiKeys } from "./api-keys.ts";
import { createAudit } from "./audit.ts";
import { createBatches } from "./batches.ts";
import { createBanks } from "./banks.ts";
import { createCases } from "./cases.ts";
import { createChatThreads } from "./chat-threads.ts";
import { StoreCheckpointer } from "./checkpointer.ts";
import { createFeedback } from "./feedback.ts";
import { createGrounders } from "./grounders.ts";
import { createIndexFiles } from "./index-files.ts";
import { createInspections } from "./inspections.ts";
import { createJobQueue } from "./jobs.ts";
import { createLanguageModels } from "./language-models.ts";
import { createManuals } from "./manuals.ts";
import { type OpenDatabaseOptions, openDatabase } from "./open-database.ts";
import { createProductModels } from "./product-models.ts";
import { createProducts } from "./products.ts";
import { createPrototypes } from "./prototypes.ts";
import { createReferences } from "./references.ts";
import { probe } from "./probe.ts";
import { createRetention } from "./retention.ts";
import type { Store } from "./store.ts";
import { withStoreErrorsAsync } from "./store-errors.ts";
import { createVectors } from "./vectors.ts";
import { createWebhooks } from "./webhooks.ts";

export interface OpenStoreOptions extends OpenDatabaseOptions {
  /** The folder of everything that Gumsa keeps; made when it is not there. */
  readonly home: string;
}

/** Opens `<home>/gumsa.sqlite`, and makes or updates it. Throws `store_newer`, `store_busy`, `store_damaged`. */
export const openStore = async ({ home, ...options }: OpenStoreOptions): Promise<Store> => {
  const database = await openDatabase(join(home, "gumsa.sqlite"), options);
  const products = createProducts(database);
  const indexFiles = createIndexFiles(home);
  return {
    products: {
      ...products,
      remove: async (id) => {
        await products.remove(id);
        await indexFiles.forget(id);
      },
    },
    productModels: createProductModels(database),
    references: createReferences(database),
    banks: createBanks(database),
    grounders: createGrounders(database),
    prototypes: createPrototypes(database),
    cases: createCases(database),
    vectors: createVectors(database, indexFiles),
    manuals: createManuals(database),
    feedback: createFeedback(database),
    inspections: createInspections(database),
    chatThreads: createChatThreads(database),
    languageModels: createLanguageModels(database),
    jobs: createJobQueue(database),
    retention: createRetention(database),
    batches: createBatches(database),
    webhooks: createWebhooks(database),
    keys: createApiKeys(database),
    audit: createAudit(database),
    backup: (file) => withStoreErrorsAsync(file, async () => void (await database.sqlite.backup(file))),
    probe: async () => probe(database),
    checkpointer: new StoreCheckpointer(database.sqlite),
    [Symbol.asyncDispose]: async () => database[Symbol.dispose](),
  };
};
