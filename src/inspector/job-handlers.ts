// What each kind of job does. Its input is plain data that was stored when the job was accepted.
import { z } from "zod";
import { InspectionRequest } from "../domain/inspection.ts";
import type { JobEvent, JobProgress } from "../domain/job.ts";
import { knownProduct } from "../tools/known-product.ts";
import { runRequest } from "./inspect.ts";
import type { JobHandler } from "./job-runner.ts";
import type { JobSignals } from "./job-signals.ts";
import type { Parts } from "./parts.ts";
import { retentionOf } from "./retention.ts";
import { webhookHandler } from "./webhooks.ts";

const InspectJob = z.object({ request: InspectionRequest });

export const jobHandlers = (parts: Parts, signals: JobSignals): Readonly<Record<string, JobHandler>> => ({
  inspect: {
    mostAttempts: 3,
    async run(input, { job, signal }) {
      const { request } = InspectJob.parse(input);
      const recorded = await parts.store.inspections.get(request.id);
      if (recorded) return parts.announce(recorded); // before the process was killed
      const product = request.product === null ? null : await knownProduct(request.product, parts.store);
      const told = teller(parts, signals, job.id);
      await runRequest(request, product, {
        parts,
        run: {
          onEvent: (event) => told.note(event.kind, event),
          signal,
          onNode: (node) => told.note("node", { node }),
          onProgress: (step, share) => told.progress({ step, share }),
        },
      });
      await told.written();
    },
  },
});

/** Writes events in the order in which they happen, without keeping the work waiting for each. */
const teller = ({ store }: Parts, signals: JobSignals, id: string) => {
  let last: Promise<unknown> = Promise.resolve();
  const then = (write: () => Promise<unknown>): void => {
    last = last.then(write).then(() => signals.changed(id));
  };
  return {
    note: (name: JobEvent["name"], data: unknown) => then(() => store.jobs.note(id, name, data)),
    progress: (progress: JobProgress) =>
      then(async () => {
        await store.jobs.progress(id, progress);
        await store.jobs.note(id, "progress", progress);
      }),
    written: () => last,
  };
};

/** What nobody waits for: it has workers of its own, so that a target that is slow keeps no inspection waiting. */
export const backgroundHandlers = (parts: Parts): Readonly<Record<string, JobHandler>> => ({
  webhook: webhookHandler(parts),
  retention: { mostAttempts: 3, run: (_, { signal }) => retentionOf(parts).run({ signal }) },
});
