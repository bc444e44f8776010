// Many pictures at once: each an inspection of its own in the lane of batches, which waits for whoever watches a
// single one. Clients take turns there, so that a large batch does not keep a small one waiting.
import { setTimeout as wait } from "node:timers/promises";
import pMap from "p-map";
import type { Batch, BatchEvent, BatchId } from "../domain/batch.ts";
import type { BlobId } from "../domain/image-ref.ts";
import { GumsaError } from "../errors.ts";
import type { InspectInput } from "./inputs.ts";
import type { BatchStore } from "../store/batches.ts";
import type { NewJob } from "../store/job-queue.ts";
import { acceptRequest } from "./inspect.ts";
import type { Accepted, JobsDeps } from "./jobs.ts";
import type { JobSignals } from "./job-signals.ts";
import { newId } from "./new-id.ts";
import { recorded } from "./recorded.ts";

export interface BatchInput extends Omit<InspectInput, "images"> {
  /** One inspection each. */
  readonly pictures: readonly InspectInput["images"][number][];
  /** Stored pictures, by their id. */
  readonly stored?: readonly BlobId[];
  /** Earlier inspections, whose pictures are inspected anew. */
  readonly inspections?: readonly string[];
}

type BatchCaller = Pick<Accepted, "client" | "request">;

export interface Batches extends Pick<BatchStore, "get" | "list" | "items"> {
  /** All of it is accepted, or nothing. Throws `queue_full`, `request_key_reused` and what reading a picture throws. */
  add(input: BatchInput, caller: BatchCaller): Promise<Batch>;
  /** More pictures for a batch that is there. Throws `batch_unknown`, `queue_full`. */
  append(id: BatchId, input: BatchInput, caller: BatchCaller): Promise<Batch>;
  /** Ends what waits or runs of it. Throws `batch_unknown`. */
  cancel(id: BatchId): Promise<Batch>;
  /** What becomes of its inspections, from the event after the one numbered `after`, until all have ended. */
  events(id: BatchId, options?: { after?: number; signal?: AbortSignal }): AsyncIterable<BatchEvent>;
}

/** Pictures that are written to the disk at once. */
const WRITERS = 4;
const LOOK_EVERY_MS = 300;
const EVENTS_AT_ONCE = 200;

export const batchesOf = (deps: JobsDeps): Batches => {
  const { parts, signals, most } = deps;
  const { batches } = parts.store;
  const limits = { most: most.batch };
  return {
    get: (id) => batches.get(id),
    list: (filter) => batches.list(filter),
    async items(id, options) {
      await batches.get(id);
      return batches.items(id, options);
    },
    async add(input, { client, request }) {
      const id = newId("batch");
      const jobs = await acceptAll(input, { id, client }, deps);
      const batch = await batches.add({ id, client, request }, jobs, limits);
      signals.work();
      return batch;
    },
    async append(id, input, { client }) {
      await batches.get(id);
      const batch = await batches.append(id, await acceptAll(input, { id, client }, deps), limits);
      signals.work();
      return batch;
    },
    async cancel(id) {
      for (const job of await batches.cancel(id)) {
        signals.cancel(job);
        signals.changed(job);
      }
      return batches.get(id);
    },
    events: (id, options) => eventsOf(id, { batches, signals }, options),
  };
};

const acceptAll = async (
  input: BatchInput,
  { id: batch, client }: { id: BatchId; client: string },
  { parts, chosenProduct }: JobsDeps,
): Promise<NewJob[]> => {
  const { pictures, stored, inspections, ...asked } = input;
  const product = await chosenProduct(asked.product);
  const inputs = [...pictures.map((image) => async () => [image]), ...storedPictures(input, parts)];
  if (inputs.length === 0) throw new GumsaError("usage_invalid", "The batch holds no picture.");
  return pMap(
    inputs,
    async (images) => {
      const request = await acceptRequest({ ...asked, images: await images() }, product, parts);
      return {
        id: newId("job"),
        kind: "inspect",
        subject: request.id,
        batch,
        client,
        lane: "batch" as const,
        input: { request },
      };
    },
    { concurrency: WRITERS },
  );
};

/** Read when their turn comes. */
const storedPictures = (
  { stored = [], inspections = [] }: BatchInput,
  parts: JobsDeps["parts"],
): (() => Promise<InspectInput["images"]>)[] => [
  ...stored.map((id) => async () => [{ fileName: "image", bytes: await parts.blobs.get(id) }]),
  ...inspections.map((id) => async () => {
    const { inspection } = await recorded(id, parts);
    return Promise.all(
      inspection.images.map(async ({ view, fileName, image }) => ({
        view,
        fileName,
        bytes: await parts.blobs.get(image.id),
      })),
    );
  }),
];

async function* eventsOf(
  id: BatchId,
  { batches, signals }: { batches: BatchStore; signals: JobSignals },
  { after = 0, signal }: { after?: number; signal?: AbortSignal } = {},
): AsyncGenerator<BatchEvent> {
  let last = after;
  for (;;) {
    const { isDone } = await batches.get(id); // asked first: what was written before the end is read below
    const events = await batches.events(id, { after: last, limit: EVENTS_AT_ONCE });
    yield* events;
    last = events.at(-1)?.seq ?? last;
    if (events.length === EVENTS_AT_ONCE) continue;
    if (isDone || signal?.aborted || signals.isStopped) return;
    await wait(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
  }
}
