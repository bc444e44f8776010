import { type Kysely, type Migration, sql } from "kysely";

const STATEMENTS = [
  `CREATE TABLE webhook (
    id TEXT PRIMARY KEY,
    secret TEXT NOT NULL,
    record TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE webhookDelivery (
    seq INTEGER PRIMARY KEY,
    webhook TEXT NOT NULL REFERENCES webhook ON DELETE CASCADE,
    record TEXT NOT NULL
  ) STRICT`,
  "CREATE INDEX webhookDeliveryByWebhook ON webhookDelivery (webhook, seq)",
];

export const webhooks: Migration = {
  up: async (database: Kysely<unknown>): Promise<void> => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
  },
};
