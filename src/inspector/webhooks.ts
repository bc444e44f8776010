// Tells other systems of recorded inspections: a job for each message, signed as Standard Webhooks describes, tried
// again for the better part of an hour, every attempt written down.
import { Webhook as Signer } from "standardwebhooks";
import { z } from "zod";
import type { Config } from "../config.ts";
import { type Inspection, InspectionId } from "../domain/inspection.ts";
import { type Webhook, WebhookId, WebhookInput, type WebhookMessage } from "../domain/webhook.ts";
import { GumsaError } from "../errors.ts";
import type { Store } from "../store/store.ts";
import { checkedUrl, guardedFetch } from "./guarded-fetch.ts";
import type { JobHandler, JobRun } from "./job-runner.ts";
import { newId } from "./new-id.ts";
import type { Operations } from "./operations.ts";

interface Deps {
  readonly store: Store;
  readonly outbound: Config["outbound"];
}

const MOST_ATTEMPTS = 10;
const FIRST_RETRY_MS = 5_000;
const TIMEOUT_MS = 10_000;
const MOST_ANSWER_BYTES = 64_000;

export const webhooksOf = ({ store, outbound }: Deps): Operations["webhooks"] => ({
  async add(input) {
    const { url, ...asked } = WebhookInput.parse(input);
    checkedUrl(url, outbound);
    if (asked.product !== undefined && !(await store.products.get(asked.product))) {
      throw new GumsaError("product_unknown", `No product has the id ${asked.product}.`);
    }
    return store.webhooks.add({ id: newId("hook"), url, ...asked, createdAt: new Date().toISOString() });
  },
  list: () => store.webhooks.list(),
  remove: (id) => store.webhooks.remove(id),
  async deliveries(id, options) {
    if (await store.webhooks.signer(id)) return store.webhooks.deliveries(id, options);
    throw new GumsaError("webhook_unknown", `No webhook has the id ${id}.`, { hint: "gumsa webhooks list" });
  },
});

/** One job for each webhook that wants to know; the same inspection again adds none. */
export const queueMessages = async (
  { id, product, verdict }: Inspection,
  { webhooks, jobs }: Pick<Store, "webhooks" | "jobs">,
): Promise<void> => {
  const wanted = (await webhooks.list()).filter(
    (webhook) =>
      webhook.verdicts.includes(verdict.kind) &&
      (webhook.product === undefined || webhook.product === product),
  );
  const messages = wanted.map((webhook) => ({
    id: newId("job"),
    kind: "webhook",
    subject: id,
    client: "webhooks",
    lane: "background" as const,
    request: { key: `${webhook.id} ${id}`, hash: id },
    input: { webhook: webhook.id, inspection: id },
  }));
  if (messages.length > 0) await jobs.add(messages, { most: Number.POSITIVE_INFINITY });
};

const Message = z.object({ webhook: WebhookId, inspection: InspectionId });

export const webhookHandler = (deps: Deps): JobHandler => ({
  mostAttempts: MOST_ATTEMPTS,
  firstRetryMs: FIRST_RETRY_MS,
  async run(input, run) {
    const { webhook, inspection } = Message.parse(input);
    const [signer, record] = await Promise.all([
      deps.store.webhooks.signer(webhook),
      deps.store.inspections.get(inspection),
    ]);
    if (signer && record) await deliver(signer, record, { ...deps, run }); // else removed in the meantime
  },
});

interface Signed {
  readonly webhook: Webhook;
  readonly secret: string;
}

const deliver = async (
  { webhook, secret }: Signed,
  inspection: Inspection,
  { store, outbound, run: { job, signal } }: Deps & { readonly run: JobRun },
): Promise<void> => {
  const sentAt = new Date();
  const note = (outcome: { status?: number; error?: string }): Promise<void> =>
    store.webhooks.note({
      webhook: webhook.id,
      inspection: inspection.id,
      at: sentAt.toISOString(),
      attempt: job.attempts,
      durationMs: Date.now() - sentAt.getTime(),
      ...outcome,
    });
  const body = JSON.stringify(messageOf(inspection, sentAt));
  const { status } = await guardedFetch(webhook.url, {
    method: "POST",
    headers: headersOf({ id: job.id, sentAt, body, secret }),
    body,
    ...outbound,
    mostBytes: MOST_ANSWER_BYTES,
    mostRedirects: 0,
    timeoutMs: TIMEOUT_MS,
    signal,
  }).catch(async (error: unknown) => {
    await note({ error: error instanceof GumsaError ? `${error.code}: ${error.message}` : "internal" });
    throw error;
  });
  const isTaken = status >= 200 && status < 300;
  await note({ status, ...(!isTaken && { error: "webhook_refused" }) });
  if (!isTaken) throw new GumsaError("webhook_refused", `${webhook.url} answered ${status}.`);
};

/** The id stays the same when the message is sent again, so that its receiver can tell. */
const headersOf = ({
  id,
  sentAt,
  body,
  secret,
}: {
  id: string;
  sentAt: Date;
  body: string;
  secret: string;
}) => ({
  "content-type": "application/json",
  "user-agent": "gumsa",
  "webhook-id": id,
  "webhook-timestamp": String(Math.floor(sentAt.getTime() / 1000)),
  "webhook-signature": new Signer(secret).sign(id, sentAt, body),
});

const messageOf = (
  { id, createdAt, product, verdict, images, metadata }: Inspection,
  sentAt: Date,
): WebhookMessage => ({
  type: "inspection.recorded",
  timestamp: sentAt.toISOString(),
  data: {
    inspection: id,
    createdAt,
    product,
    verdict: verdict.kind,
    reasons: verdict.reasons,
    ...(verdict.pValue !== undefined && { pValue: verdict.pValue }),
    fileNames: images.map(({ fileName }) => fileName),
    metadata,
  },
});
