import { ChatThread } from "../domain/chat.ts";
import type { Database } from "./database.ts";
import { fromJson, toJson } from "./json-column.ts";
import type { Store } from "./store.ts";

export const createChatThreads = (database: Database): Store["chatThreads"] => ({
  put: async (thread) => {
    const { id, inspection } = thread;
    database.rows(
      database.build.replaceInto("chatThread").values({ id, inspection, record: toJson(ChatThread, thread) }),
    );
  },
  get: async (id) => {
    const [row] = database.rows(database.build.selectFrom("chatThread").selectAll().where("id", "=", id));
    return row && fromJson(ChatThread, row.record, `conversation ${id}`);
  },
  list: async (inspection) =>
    database
      .rows(
        database.build
          .selectFrom("chatThread")
          .selectAll()
          .where("inspection", "=", inspection)
          .orderBy("id", "desc"),
      )
      .map(({ id, record }) => fromJson(ChatThread, record, `conversation ${id}`)),
});
