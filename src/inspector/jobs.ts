// Work that is accepted now and done by whichever process works: a service, or a watch over a folder.
import { hasEnded, type Job, type JobEvent, type JobId, type JobLane } from "../domain/job.ts";
import type { Product } from "../domain/product.ts";
import { GumsaError } from "../errors.ts";
import type { Inspector } from "./contract.ts";
import type { InspectInput } from "./inputs.ts";
import { acceptRequest } from "./inspect.ts";
import type { JobSignals } from "./job-signals.ts";
import { newId } from "./new-id.ts";
import type { Parts } from "./parts.ts";
import type { TaskJobs } from "./task-jobs.ts";

export interface Accepted {
  readonly client: string;
  readonly lane?: JobLane;
  readonly batch?: string;
  /** What the client calls this request, and what tells it from another under the same name. */
  readonly request?: { readonly key: string; readonly hash: string };
}

export interface JobsDeps {
  readonly parts: Parts;
  readonly signals: JobSignals;
  /** The most that may wait, by lane. */
  readonly most: Readonly<Record<JobLane, number>>;
  readonly chosenProduct: (named: string | null | undefined) => Promise<Product | null>;
}

/** How often those who wait look for what other processes wrote. */
const LOOK_EVERY_MS = 1000;
const EVENTS_AT_ONCE = 100;

export const jobsOf = ({
  parts,
  signals,
  most,
  chosenProduct,
}: JobsDeps): Omit<Inspector["jobs"], keyof TaskJobs> => {
  const { jobs } = parts.store;
  const get = async (id: JobId): Promise<Job> => {
    const job = await jobs.get(id);
    if (job) return job;
    throw new GumsaError("job_unknown", `No job with the id ${id} is known.`);
  };
  return {
    get,
    list: (filter) => jobs.list(filter),
    counts: () => jobs.counts(),
    async inspect(
      input: InspectInput,
      { client, lane = "interactive", batch, request: repeatable }: Accepted,
    ) {
      if (repeatable === undefined) await jobs.checkRoom(lane, { most: most[lane] }); // a known one needs none
      const product = await chosenProduct(input.product);
      const request = await acceptRequest(input, product, parts);
      const job = {
        id: newId("job"),
        kind: "inspect",
        subject: request.id,
        batch,
        client,
        lane,
        request: repeatable,
        input: { request },
      };
      const [added] = await jobs.add([job], { most: most[lane] });
      signals.work();
      return added ?? get(job.id);
    },
    async cancel(id) {
      await get(id);
      await jobs.end(id, { state: "cancelled" });
      signals.cancel(id);
      signals.changed(id);
      return get(id);
    },
    async wait(id, signal) {
      for (;;) {
        const job = await get(id);
        if (hasEnded(job)) return job;
        if (signals.isStopped) throw stopping(job);
        await nextChange(id, signals, signal);
      }
    },
    events: (id, options) => eventsOf(id, { ...options, parts, signals, get }),
  };
};

/** From the one after `after` until the job has ended; an event is given once, in order. */
async function* eventsOf(
  id: JobId,
  options: {
    after?: number;
    signal?: AbortSignal;
    parts: Parts;
    signals: JobSignals;
    get: (id: JobId) => Promise<Job>;
  },
): AsyncGenerator<JobEvent> {
  const { parts, signals, signal, get } = options;
  let after = options.after ?? 0;
  for (;;) {
    const isOver = hasEnded(await get(id)); // asked first: what was written before the end is read below
    const events = await parts.store.jobs.events(id, { after, limit: EVENTS_AT_ONCE });
    yield* events;
    after = events.at(-1)?.seq ?? after;
    if (events.length === EVENTS_AT_ONCE) continue;
    if (isOver || signal?.aborted || signals.isStopped) return;
    await nextChange(id, signals, signal).catch(() => {});
  }
}

const stopping = ({ id, kind, subject }: Job): GumsaError =>
  new GumsaError("service_stopping", `Gumsa stops; the job ${id} goes on when it runs again.`, {
    hint: kind === "inspect" ? `then GET /v1/inspections/${subject}` : `then GET /v1/jobs/${id}`,
  });

const nextChange = (id: JobId, signals: JobSignals, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = (then: () => void) => () => {
      unlisten();
      leave();
      clearTimeout(look);
      signal?.removeEventListener("abort", give);
      then();
    };
    const give = end(() =>
      reject(new GumsaError("cancelled", "Nobody waits any more.", { cause: signal?.reason })),
    );
    const unlisten = signals.onChange(id, end(resolve));
    const leave = signals.onStop(end(resolve));
    const look = setTimeout(end(resolve), LOOK_EVERY_MS);
    signal?.addEventListener("abort", give);
    if (signal?.aborted) give();
  });
