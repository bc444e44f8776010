// A secret signs, so that it is kept as it is and not as a hash; it leaves the store to sign and, once, to be told.
import { randomBytes } from "node:crypto";
import { Webhook, WebhookDelivery, type WebhookId } from "../domain/webhook.ts";
import { GumsaError } from "../errors.ts";
import type { Database } from "./database.ts";
import { fromJson, toJson } from "./json-column.ts";

export interface WebhookStore {
  /** The secret is told this once. */
  add(webhook: Webhook): Promise<{ readonly webhook: Webhook; readonly secret: string }>;
  /** In the order in which they were added: their ids begin with the time. */
  list(): Promise<Webhook[]>;
  /** To sign with; undefined once it is removed. */
  signer(id: WebhookId): Promise<{ readonly webhook: Webhook; readonly secret: string } | undefined>;
  /** With its deliveries. Throws `webhook_unknown`. */
  remove(id: WebhookId): Promise<void>;
  note(delivery: WebhookDelivery): Promise<void>;
  /** Newest first. */
  deliveries(id: WebhookId, options: { limit: number }): Promise<WebhookDelivery[]>;
}

const SECRET_BYTES = 32;
/** As the Standard Webhooks specification writes secrets. */
const PREFIX = "whsec_";

export const createWebhooks = (database: Database): WebhookStore => ({
  add: async (webhook) => {
    const secret = PREFIX + randomBytes(SECRET_BYTES).toString("base64");
    const row = { id: webhook.id, secret, record: toJson(Webhook, webhook) };
    database.rows(database.build.insertInto("webhook").values(row));
    return { webhook, secret };
  },
  list: async () =>
    database.rows(database.build.selectFrom("webhook").selectAll().orderBy("id")).map(webhookOf),
  signer: async (id) => {
    const [row] = database.rows(database.build.selectFrom("webhook").selectAll().where("id", "=", id));
    return row && { webhook: webhookOf(row), secret: row.secret };
  },
  remove: async (id) => {
    const removed = database.rows(database.build.deleteFrom("webhook").where("id", "=", id).returning("id"));
    if (removed.length > 0) return;
    throw new GumsaError("webhook_unknown", `No webhook has the id ${id}.`, { hint: "gumsa webhooks list" });
  },
  note: async (delivery) => {
    const row = { webhook: delivery.webhook, record: toJson(WebhookDelivery, delivery) };
    database.rows(database.build.insertInto("webhookDelivery").values(row));
  },
  deliveries: async (id, { limit }) =>
    database
      .rows(
        database.build
          .selectFrom("webhookDelivery")
          .selectAll()
          .where("webhook", "=", id)
          .orderBy("seq", "desc")
          .limit(limit),
      )
      .map(({ seq, record }) => fromJson(WebhookDelivery, record, `webhook delivery ${seq}`)),
});

const webhookOf = ({ id, record }: { id: string; record: string }): Webhook =>
  fromJson(Webhook, record, `webhook ${id}`);
