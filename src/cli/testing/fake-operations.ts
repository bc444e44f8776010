import type { Webhook } from "../../domain/webhook.ts";
import type { Operations } from "../../inspector/operations.ts";

const sampleWebhook: Webhook = {
  id: `hook_${"0".repeat(20)}`,
  url: "https://line.example/alarm",
  verdicts: ["fail"],
  createdAt: "2026-01-02T03:04:05.678Z",
};

export const fakeOperations = (): Operations => ({
  onRecorded: () => () => {},
  readiness: async () => [{ name: "store", state: "ok", detail: "fine" }],
  webhooks: {
    add: async () => ({ webhook: sampleWebhook, secret: "whsec_secret" }),
    list: async () => [sampleWebhook],
    remove: async () => {},
    deliveries: async () => [],
  },
});
