// What keeps a service going, beside inspecting.
import type { Inspection } from "../domain/inspection.ts";
import type { Webhook, WebhookInput } from "../domain/webhook.ts";
import type { Check, NamedBytes } from "./inputs.ts";
import type { WebhookStore } from "../store/webhooks.ts";
import type { ToolRun } from "../tools/define-tool.ts";
import type { BackupSummary } from "./backup.ts";
import type { Retention } from "./retention.ts";
import type { Batches } from "./batches.ts";

export interface Operations {
  /** Calls back with every inspection that this process records; what comes back ends it. */
  onRecorded(listener: (inspection: Inspection) => void): () => void;
  /** Whether work can be accepted: the model verified, the store written. Asked often. */
  readiness(): Promise<Check[]>;
  /** Throws `fetch_disabled`, `address_refused`, `address_unreachable`, `answer_too_large`. */
  fetchPicture(address: string, signal?: AbortSignal): Promise<NamedBytes>;
  readonly batches: Batches;
  readonly retention: Retention;
  /** A copy of everything that is kept, while others work; verified. Throws `store_exists`. */
  backup(folder: string, run?: ToolRun): Promise<BackupSummary>;
  readonly webhooks: Pick<WebhookStore, "list" | "remove"> & {
    /** The secret is told this once. Throws `address_refused`, `product_unknown`. */
    add(input: WebhookInput): Promise<{ readonly webhook: Webhook; readonly secret: string }>;
    /** Newest first. Throws `webhook_unknown`. */
    deliveries: WebhookStore["deliveries"];
  };
}
