import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Webhook as Verifier } from "standardwebhooks";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import type { WebhookInput } from "../domain/webhook.ts";
import type { ErrorCode } from "../errors.ts";
import type { Store } from "../store/store.ts";
import { sampleInspection } from "../store/testing/samples.ts";
import { openTemporaryStore } from "../store/testing/temporary-store.ts";
import { queueMessages, webhookHandler, webhooksOf } from "./webhooks.ts";

let store: Store;
const allowed = { allowsPrivate: true, fetchesPictures: false };

beforeEach(async () => {
  const temporary = await openTemporaryStore();
  ({ store } = temporary);
  return temporary.close;
});

interface Received {
  readonly headers: Record<string, string>;
  readonly body: string;
}

const receiver = async (statuses: readonly number[]): Promise<{ url: string; received: Received[] }> => {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    received.push({ headers, body: await text(request) });
    response.writeHead(statuses[received.length - 1] ?? 204).end();
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // a TCP server that listens
  return { url: `http://127.0.0.1:${port}/alarm`, received };
};

const failed = sampleInspection(1, {
  verdict: { kind: "fail", reasons: ["anomaly_beyond_alpha"], pValue: 0.01, alpha: 0.05 },
});
const add = (input: WebhookInput) => webhooksOf({ store, outbound: allowed }).add(input);

/** Runs the next message; the code with which it failed. */
const runNext = async (outbound = allowed): Promise<ErrorCode | undefined> => {
  const claimed = await store.jobs.claim({ worker: "w", kinds: ["webhook"], leaseMs: 1000 });
  if (claimed === undefined) throw new Error("nothing waits");
  const { job, input } = claimed;
  try {
    await webhookHandler({ store, outbound }).run(input, { job, signal: new AbortController().signal });
    return undefined;
  } catch (error) {
    await store.jobs.release(job.id, { afterMs: 0, isAttemptKept: true });
    return (error as { code: ErrorCode }).code; // of a GumsaError
  }
};

it("signs what it sends, and sends the same id again until it is taken", async () => {
  const { url, received } = await receiver([503, 204]);
  const { webhook, secret } = await add({ url });
  await store.inspections.add(failed);
  await queueMessages(failed, store);
  expect(await runNext()).toBe("webhook_refused");
  expect(await runNext()).toBeUndefined();
  expect(received).toHaveLength(2);
  for (const { body, headers } of received) {
    expect(new Verifier(secret).verify(body, headers)).toMatchObject({
      type: "inspection.recorded",
      data: { inspection: failed.id, verdict: "fail", pValue: 0.01 },
    });
  }
  expect(received[0]?.headers["webhook-id"]).toBe(received[1]?.headers["webhook-id"]);
  expect(await store.webhooks.deliveries(webhook.id, { limit: 10 })).toMatchObject([
    { attempt: 2, status: 204 },
    { attempt: 1, status: 503, error: "webhook_refused" },
  ]);
});

it("tells each webhook once, and only of what it wants to know", async () => {
  await add({ url: "http://127.0.0.1:9/" });
  await add({ url: "http://127.0.0.1:9/", verdicts: ["review", "fail"] });
  await add({ url: "http://127.0.0.1:9/", verdicts: ["pass"] });
  await store.inspections.add(failed);
  await queueMessages(failed, store);
  await queueMessages(failed, store);
  expect((await store.jobs.counts()).background.queued).toBe(2);
});

it("writes down that a target does not answer", async () => {
  const { webhook } = await add({ url: "http://127.0.0.1:9/" });
  await store.inspections.add(failed);
  await queueMessages(failed, store);
  expect(await runNext()).toBe("address_unreachable");
  expect(await store.webhooks.deliveries(webhook.id, { limit: 10 })).toMatchObject([
    { attempt: 1, error: expect.stringContaining("address_unreachable") },
  ]);
});

it("neither takes nor tells a target in a private network unless that is allowed", async () => {
  const refuses = { ...allowed, allowsPrivate: false };
  const url = "http://127.0.0.1:9/";
  await expect(webhooksOf({ store, outbound: refuses }).add({ url })).rejects.toMatchObject({
    code: "address_refused",
  });
  await add({ url });
  await store.inspections.add(failed);
  await queueMessages(failed, store);
  expect(await runNext(refuses)).toBe("address_refused");
});

it("forgets the messages of a webhook that was removed", async () => {
  const { webhook } = await add({ url: "http://127.0.0.1:9/" });
  await store.inspections.add(failed);
  await queueMessages(failed, store);
  await webhooksOf({ store, outbound: allowed }).remove(webhook.id);
  expect(await runNext()).toBeUndefined();
});
