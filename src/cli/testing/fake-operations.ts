import type { Batch } from "../../domain/batch.ts";
import type { Webhook } from "../../domain/webhook.ts";
import { GumsaError } from "../../errors.ts";
import type { Operations } from "../../inspector/operations.ts";

const sampleWebhook: Webhook = {
  id: `hook_${"0".repeat(20)}`,
  url: "https://line.example/alarm",
  verdicts: ["fail"],
  createdAt: "2026-01-02T03:04:05.678Z",
};

const sampleBatch: Batch = {
  id: `batch_${"0".repeat(20)}`,
  createdAt: "2026-01-02T03:04:05.678Z",
  client: "local",
  inspections: 2,
  states: { queued: 0, running: 0, done: 2, failed: 0, cancelled: 0 },
  verdicts: { pass: 1, fail: 1, review: 0, retake: 0 },
  isDone: true,
};

export const fakeOperations = (): Operations => ({
  onRecorded: () => () => {},
  readiness: async () => [{ name: "store", state: "ok", detail: "fine" }],
  batches: {
    add: async () => sampleBatch,
    append: async () => sampleBatch,
    get: async () => sampleBatch,
    list: async () => [sampleBatch],
    items: async () => [],
    cancel: async () => sampleBatch,
    async *events() {},
  },
  fetchPicture: async () => {
    throw new GumsaError("fetch_disabled", "The stand-in fetches nothing.");
  },
  retention: {
    rules: async () => ({ pictures: { pass: 30 }, inspections: {} }),
    setRules: async () => {},
    run: async () => ({ trimmed: 3, removed: 1, blobs: 9, sizeBytes: 2_000_000 }),
  },
  backup: async () => ({
    gumsa: "0.1.0",
    createdAt: "2026-01-02T03:04:05.678Z",
    sha256: "0".repeat(64),
    blobs: 12,
    sizeBytes: 3_000_000,
  }),
  webhooks: {
    add: async () => ({ webhook: sampleWebhook, secret: "whsec_secret" }),
    list: async () => [sampleWebhook],
    remove: async () => {},
    deliveries: async () => [],
  },
});
