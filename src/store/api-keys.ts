// Secrets are random and long, so that a plain SHA-256 of them cannot be searched; only that is kept.
import { createHash, randomBytes } from "node:crypto";
import { ApiKey } from "../domain/api-key.ts";
import { GumsaError } from "../errors.ts";
import type { Database } from "./database.ts";
import type { Store } from "./store.ts";

const PREFIX = "gumsa_";
const SECRET_BYTES = 32;

export const createApiKeys = (database: Database): Store["keys"] => ({
  add: async ({ name, role }) =>
    database.transaction(() => {
      if (findKey(database, "name", name)) {
        throw new GumsaError("key_exists", `A key with the name ${name} exists.`, {
          hint: "choose another name",
        });
      }
      const key = ApiKey.parse({ name, role, createdAt: new Date().toISOString() });
      const secret = PREFIX + randomBytes(SECRET_BYTES).toString("base64url");
      database.rows(database.build.insertInto("apiKey").values({ ...key, secretHash: hashOf(secret) }));
      return { key, secret };
    }),
  list: async () => database.rows(database.build.selectFrom("apiKey").selectAll().orderBy("name")).map(keyOf),
  find: async (secret) => findKey(database, "secretHash", hashOf(secret)),
  remove: async (name) =>
    database.transaction(() => {
      if (!findKey(database, "name", name))
        throw new GumsaError("key_name_unknown", `No key has the name ${name}.`);
      database.rows(database.build.deleteFrom("apiKey").where("name", "=", name));
    }),
});

const findKey = (database: Database, column: "name" | "secretHash", value: string): ApiKey | undefined => {
  const [row] = database.rows(database.build.selectFrom("apiKey").selectAll().where(column, "=", value));
  return row && keyOf(row);
};

const keyOf = ({ name, role, createdAt }: { name: string; role: string; createdAt: string }): ApiKey =>
  ApiKey.parse({ name, role, createdAt });

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");
