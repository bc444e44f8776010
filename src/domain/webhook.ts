// Who is told of inspections as they are recorded, and how that went.
import { z } from "zod";
import { InspectionId } from "./inspection.ts";
import { ProductId } from "./product.ts";
import { VerdictKind } from "./verdict.ts";

export const WebhookId = z.string().regex(/^hook_[0-9a-z]{20}$/, "hook_ and 20 letters or digits");
export type WebhookId = z.infer<typeof WebhookId>;

export const Webhook = z.object({
  id: WebhookId,
  url: z.url({ protocol: /^https?$/ }),
  /** Told of inspections that end in one of these. */
  verdicts: z.array(VerdictKind).min(1),
  /** Of this product alone. */
  product: ProductId.optional(),
  createdAt: z.iso.datetime(),
});
export type Webhook = z.infer<typeof Webhook>;

export const WebhookInput = Webhook.omit({ id: true, createdAt: true }).extend({
  verdicts: Webhook.shape.verdicts.default(["fail"]),
});
export type WebhookInput = z.input<typeof WebhookInput>;

/** One attempt to tell. */
export const WebhookDelivery = z.object({
  webhook: WebhookId,
  inspection: InspectionId,
  at: z.iso.datetime(),
  /** From 1. */
  attempt: z.int().positive(),
  /** What the target answered; absent where it did not answer. */
  status: z.int().optional(),
  /** Why it did not succeed. */
  error: z.string().optional(),
  durationMs: z.number().nonnegative(),
});
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

/** What a webhook is sent. */
export const WebhookMessage = z.object({
  type: z.literal("inspection.recorded"),
  timestamp: z.iso.datetime(),
  data: z.object({
    inspection: InspectionId,
    createdAt: z.iso.datetime(),
    product: ProductId.nullable(),
    verdict: VerdictKind,
    reasons: z.array(z.string()),
    pValue: z.number().optional(),
    fileNames: z.array(z.string()),
    metadata: z.record(z.string(), z.unknown()),
  }),
});
export type WebhookMessage = z.infer<typeof WebhookMessage>;
