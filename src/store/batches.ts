// A batch is a row, its items are the jobs that name it: there is one truth about how far it is.
import { sql } from "kysely";
import { Batch, BatchEvent, type BatchId, BatchItem } from "../domain/batch.ts";
import { type JobEvent, type JobId, JobState } from "../domain/job.ts";
import { VERDICTS } from "../domain/verdict.ts";
import { GumsaError } from "../errors.ts";
import type { Database } from "./database.ts";
import type { NewJob } from "./job-queue.ts";
import { addJobs, endJob } from "./jobs.ts";
import { repeatedRow } from "./repeated-request.ts";

export interface NewBatch {
  readonly id: BatchId;
  readonly client: string;
  /** The same key of the same client again is the batch that is there. */
  readonly request?: { readonly key: string; readonly hash: string } | undefined;
}

export interface BatchStore {
  /** The batch and its jobs, or nothing. Throws `queue_full`, `request_key_reused`. */
  add(batch: NewBatch, jobs: readonly NewJob[], limits: { most: number }): Promise<Batch>;
  /** Likewise, to a batch that is there. Throws `batch_unknown`, `queue_full`. */
  append(id: BatchId, jobs: readonly NewJob[], limits: { most: number }): Promise<Batch>;
  /** Throws `batch_unknown`. */
  get(id: BatchId): Promise<Batch>;
  /** Newest first. */
  list(filter: { limit: number }): Promise<Batch[]>;
  /** In order, from the one after `place`. */
  items(id: BatchId, options: { after: number; limit: number }): Promise<BatchItem[]>;
  /** What became of its inspections, in order, from the one after `seq`. */
  events(id: BatchId, options: { after: number; limit: number }): Promise<BatchEvent[]>;
  /** Ends what waits or runs; those jobs. Throws `batch_unknown`. */
  cancel(id: BatchId): Promise<JobId[]>;
}

export const createBatches = (database: Database): BatchStore => ({
  add: async (batch, jobs, limits) =>
    database.transaction(() => addBatch(database, batch, { jobs, ...limits })),
  append: async (id, jobs, limits) =>
    database.transaction(() => {
      knownBatch(database, id);
      addJobs(database, jobs, limits);
      return knownBatch(database, id);
    }),
  get: async (id) => knownBatch(database, id),
  list: async ({ limit }) =>
    database
      .rows(database.build.selectFrom("batch").selectAll().orderBy("id", "desc").limit(limit))
      .map((row) => batchOf(database, row)),
  items: async (id, options) => itemsOf(database, id, options),
  events: async (id, options) => eventsOf(database, id, options),
  cancel: async (id) =>
    database.transaction(() => {
      knownBatch(database, id);
      const open = database.rows(
        database.build
          .selectFrom("job")
          .select("id")
          .where("batch", "=", id)
          .where("state", "in", ["queued", "running"]),
      );
      for (const job of open) endJob(database, job.id, { state: "cancelled" });
      return open.map((job) => job.id);
    }),
});

interface Row {
  readonly id: string;
  readonly createdAt: string;
  readonly client: string;
}

const addBatch = (
  database: Database,
  { id, client, request }: NewBatch,
  { jobs, most }: { jobs: readonly NewJob[]; most: number },
): Batch => {
  const found = request && findRequest(database, { client, request });
  if (found) return batchOf(database, found);
  const createdAt = new Date().toISOString();
  const asked = { requestKey: request?.key ?? null, requestHash: request?.hash ?? null };
  database.rows(database.build.insertInto("batch").values({ id, createdAt, client, ...asked }));
  addJobs(database, jobs, { most });
  return knownBatch(database, id);
};

const findRequest = (
  database: Database,
  { client, request }: { client: string; request: { key: string; hash: string } },
): Row | undefined => {
  const [row] = database.rows(
    database.build
      .selectFrom("batch")
      .selectAll()
      .where("client", "=", client)
      .where("requestKey", "=", request.key),
  );
  return repeatedRow(row, request);
};

const knownBatch = (database: Database, id: BatchId): Batch => {
  const [row] = database.rows(database.build.selectFrom("batch").selectAll().where("id", "=", id));
  if (row) return batchOf(database, row);
  throw new GumsaError("batch_unknown", `No batch has the id ${id}.`);
};

const batchOf = (database: Database, { id, createdAt, client }: Row): Batch => {
  const counts = database.rows(
    database.build
      .selectFrom("job")
      .leftJoin("inspection", "inspection.id", "job.subject")
      .select(["job.state", "inspection.verdict", sql<number>`count(*)`.as("count")])
      .where("job.batch", "=", id)
      .groupBy(["job.state", "inspection.verdict"]),
  );
  const sum = (isCounted: (row: (typeof counts)[number]) => boolean): number =>
    counts.filter(isCounted).reduce((total, { count }) => total + count, 0);
  const states = Object.fromEntries(
    JobState.options.map((state) => [state, sum((row) => row.state === state)]),
  );
  const verdicts = Object.fromEntries(VERDICTS.map((kind) => [kind, sum((row) => row.verdict === kind)]));
  const isDone = states.queued === 0 && states.running === 0;
  return Batch.parse({ id, createdAt, client, inspections: sum(() => true), states, verdicts, isDone });
};

const itemsOf = (
  database: Database,
  id: BatchId,
  { after, limit }: { after: number; limit: number },
): BatchItem[] =>
  database
    .rows(
      database.build
        .selectFrom("job")
        .leftJoin("inspection", "inspection.id", "job.subject")
        .select(["job.seq", "job.subject", "job.state", "job.error", "job.input", "inspection.verdict"])
        .where("job.batch", "=", id)
        .where("job.seq", ">", after)
        .orderBy("job.seq")
        .limit(limit),
    )
    .map(({ seq, subject, state, error, input, verdict }) =>
      BatchItem.parse({
        place: seq,
        inspection: subject,
        fileNames: JSON.parse(input).request.images.map(({ fileName }: { fileName: string }) => fileName),
        state,
        ...(verdict !== null && { verdict }),
        ...(error !== null && { error: JSON.parse(error) }),
      }),
    );

const TOLD: readonly JobEvent["name"][] = ["started", "verdict", "done", "failed", "retrying", "cancelled"];

const eventsOf = (
  database: Database,
  id: BatchId,
  { after, limit }: { after: number; limit: number },
): BatchEvent[] =>
  database
    .rows(
      database.build
        .selectFrom("jobEvent")
        .innerJoin("job", "job.id", "jobEvent.job")
        .selectAll("jobEvent")
        .select("job.subject as inspection")
        .where("job.batch", "=", id)
        .where("jobEvent.seq", ">", after)
        .where("jobEvent.name", "in", TOLD)
        .orderBy("jobEvent.seq")
        .limit(limit),
    )
    .map((row) => BatchEvent.parse({ ...row, data: JSON.parse(row.data) }));
