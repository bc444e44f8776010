import { Adapter } from "../domain/adapter.ts";
import { Canary } from "../domain/canary.ts";
import { GumsaError } from "../errors.ts";
import type { Database } from "./database.ts";
import { fromJson, toJson } from "./json-column.ts";

/** What is known of language models: which one was chosen, what each saw, which adapters there are. */
export interface LanguageModelStore {
  /** The writer that was chosen, if any; null chooses none. */
  chosenWriter(): Promise<string | undefined>;
  chooseWriter(name: string | null): Promise<void>;
  canary(key: { digest?: string | undefined; server: string }): Promise<Canary | undefined>;
  /** Replaces that of the same weights and server; one without a digest is not kept. */
  putCanary(canary: Canary): Promise<void>;
  /** By name. */
  adapters(): Promise<Adapter[]>;
  adapter(name: string): Promise<Adapter | undefined>;
  /** Replaces the adapter of that name. */
  putAdapter(adapter: Adapter): Promise<void>;
  /** Throws `adapter_unknown`. */
  removeAdapter(name: string): Promise<void>;
}

const WRITER = "writer";

export const createLanguageModels = (database: Database): LanguageModelStore => {
  const { build } = database;
  return {
    chosenWriter: async () =>
      database.rows(build.selectFrom("choice").select("value").where("name", "=", WRITER))[0]?.value,
    chooseWriter: async (name) => {
      if (name === null) return void database.rows(build.deleteFrom("choice").where("name", "=", WRITER));
      database.rows(build.replaceInto("choice").values({ name: WRITER, value: name }));
    },
    canary: async ({ digest = "", server }) => {
      const found = build.selectFrom("canary").select("record");
      const [row] = database.rows(found.where("digest", "=", digest).where("server", "=", server));
      return row && fromJson(Canary, row.record, `sight test of ${digest}`);
    },
    putCanary: async (canary) => {
      const { digest, server } = canary;
      if (digest === undefined) return;
      const row = { digest, server, record: toJson(Canary, canary) };
      database.rows(build.replaceInto("canary").values(row));
    },
    ...adaptersOf(database),
  };
};

const adaptersOf = (
  database: Database,
): Pick<LanguageModelStore, "adapters" | "adapter" | "putAdapter" | "removeAdapter"> => {
  const { build } = database;
  const all = build.selectFrom("adapter").selectAll();
  return {
    adapters: async () => database.rows(all.orderBy("name")).map(adapterOf),
    adapter: async (name) => database.rows(all.where("name", "=", name)).map(adapterOf)[0],
    putAdapter: async (adapter) => {
      const row = { name: adapter.name, record: toJson(Adapter, adapter) };
      database.rows(build.replaceInto("adapter").values(row));
    },
    removeAdapter: async (name) => {
      const removed = database.rows(build.deleteFrom("adapter").where("name", "=", name).returning("name"));
      if (removed.length === 0) throw unknownAdapter(name);
    },
  };
};

const adapterOf = ({ name, record }: { name: string; record: string }): Adapter =>
  fromJson(Adapter, record, `adapter ${name}`);

const unknownAdapter = (name: string): GumsaError =>
  new GumsaError("adapter_unknown", `No adapter of the name ${name} is registered.`, {
    hint: "gumsa adapters list",
  });
