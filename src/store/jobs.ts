// The embedded queue: a table, claimed in one write transaction, so that several processes may share it.
import { sql } from "kysely";
import { hasEnded, Job, JobError, JobEvent, type JobId, type JobLane, JobProgress } from "../domain/job.ts";
import { GumsaError } from "../errors.ts";
import type { Database } from "./database.ts";
import type { Claim, ClaimedJob, JobFilter, JobQueue, LaneCounts, NewJob } from "./job-queue.ts";
import { fromJson, toJson } from "./json-column.ts";
import { repeatedRow } from "./repeated-request.ts";
import type { Tables } from "./schema.ts";

export const createJobQueue = (database: Database): JobQueue => ({
  add: async (jobs, limits) => database.transaction(() => addJobs(database, jobs, limits)),
  claim: async (claim) => database.transaction(() => claimNext(database, claim)),
  renew: async (claim) => renewLeases(database, claim),
  recover: async () => recoverLost(database),
  progress: async (id, progress) => {
    const row = { progress: toJson(JobProgress, progress) };
    database.rows(
      database.build.updateTable("job").set(row).where("id", "=", id).where("state", "=", "running"),
    );
  },
  end: async (id, outcome) => endJob(database, id, outcome),
  release: async (id, options) => releaseJob(database, id, options),
  get: async (id) => getJob(database, id),
  list: async (filter) => listJobs(database, filter),
  counts: async () => countJobs(database),
  checkRoom: async (lane, { most }) =>
    refuseBeyond(most, { queued: countJobs(database)[lane].queued, added: 1 }),
  note: async (job, name, data) => noteEvent(database, { job, name, data }),
  events: async (job, { after, limit }) =>
    database
      .rows(
        database.build
          .selectFrom("jobEvent")
          .selectAll()
          .where("job", "=", job)
          .where("seq", ">", after)
          .orderBy("seq")
          .limit(limit),
      )
      .map(eventOf),
});

type Row = {
  [Column in keyof Tables["job"]]: Column extends "seq" | "attempts" ? number : Tables["job"][Column];
};

const now = (afterMs = 0): string => new Date(Date.now() + afterMs).toISOString();

/** Inside a transaction. */
export const addJobs = (database: Database, jobs: readonly NewJob[], { most }: { most: number }): Job[] => {
  const found = jobs.map((job) => findRequest(database, job));
  const added = jobs.filter((_, place) => found[place] === undefined);
  const counts = countJobs(database);
  for (const { lane } of added) refuseBeyond(most, { queued: counts[lane].queued, added: added.length });
  return jobs.map((job, place) => found[place] ?? addJob(database, job));
};

const refuseBeyond = (most: number, { queued, added }: { queued: number; added: number }): void => {
  if (queued + added <= most) return;
  throw new GumsaError("queue_full", `${queued} jobs wait already; ${most} may wait at once.`, {
    hint: "try again when some are done",
  });
};

const findRequest = (database: Database, { client, request }: NewJob): Job | undefined => {
  if (request === undefined) return undefined;
  const [row] = database.rows(
    database.build
      .selectFrom("job")
      .selectAll()
      .where("client", "=", client)
      .where("requestKey", "=", request.key),
  );
  const repeated = repeatedRow(row, request);
  return repeated && jobOf(repeated);
};

const addJob = (database: Database, { input, batch, request, ...job }: NewJob): Job => {
  const createdAt = now();
  database.rows(
    database.build.insertInto("job").values({
      ...job,
      batch: batch ?? null,
      requestKey: request?.key ?? null,
      requestHash: request?.hash ?? null,
      state: "queued",
      createdAt,
      notBefore: createdAt,
      input: JSON.stringify(input),
    }),
  );
  noteEvent(database, { job: job.id, name: "queued", data: {} });
  return known(getJob(database, job.id));
};

/** Fair: the client with the fewest running jobs has the next turn. */
const claimNext = (database: Database, { worker, kinds, leaseMs }: Claim): ClaimedJob | undefined => {
  const [next] = database.rows(
    database.build
      .selectFrom("job")
      .selectAll()
      .where("state", "=", "queued")
      .where("kind", "in", kinds)
      .where("notBefore", "<=", now())
      .orderBy("lane", "desc") // "interactive" before "batch" before "background"
      .orderBy(({ selectFrom, fn }) =>
        selectFrom("job as other")
          .select(fn.countAll<number>().as("running"))
          .where("other.state", "=", "running")
          .whereRef("other.client", "=", "job.client"),
      )
      .orderBy("seq")
      .limit(1),
  );
  if (next === undefined) return undefined;
  const begun = {
    state: "running",
    attempts: next.attempts + 1,
    startedAt: next.startedAt ?? now(),
    worker,
    leaseUntil: now(leaseMs),
  };
  database.rows(database.build.updateTable("job").set(begun).where("id", "=", next.id));
  noteEvent(database, { job: next.id, name: "started", data: { attempt: begun.attempts } });
  return { job: jobOf({ ...next, ...begun }), input: JSON.parse(next.input) };
};

const renewLeases = (database: Database, { worker, leaseMs }: Pick<Claim, "worker" | "leaseMs">): JobId[] =>
  database
    .rows(
      database.build
        .updateTable("job")
        .set({ leaseUntil: now(leaseMs) })
        .where("worker", "=", worker)
        .where("state", "=", "running")
        .returning("id"),
    )
    .map(({ id }) => id);

const recoverLost = (database: Database): number =>
  database.rows(
    database.build
      .updateTable("job")
      .set({ state: "queued", worker: null, leaseUntil: null })
      .where("state", "=", "running")
      .where("leaseUntil", "<", now())
      .returning("id"),
  ).length;

export const endJob: (database: Database, ...outcome: Parameters<JobQueue["end"]>) => boolean = (
  database,
  id,
  outcome,
) => {
  const error = outcome.state === "failed" ? toJson(JobError, outcome.error) : null;
  return database.transaction(() => {
    const ended = database.rows(
      database.build
        .updateTable("job")
        .set({ state: outcome.state, error, endedAt: now(), worker: null, leaseUntil: null })
        .where("id", "=", id)
        .where("state", "in", ["queued", "running"])
        .returning("id"),
    );
    if (ended.length > 0) {
      noteEvent(database, {
        job: id,
        name: outcome.state,
        data: outcome.state === "failed" ? outcome.error : {},
      });
    }
    return ended.length > 0;
  });
};

const releaseJob = (
  database: Database,
  id: JobId,
  { afterMs, error, isAttemptKept }: Parameters<JobQueue["release"]>[1],
): void =>
  database.transaction(() => {
    const job = getJob(database, id);
    if (job === undefined || hasEnded(job)) return;
    database.rows(
      database.build
        .updateTable("job")
        .set({
          state: "queued",
          attempts: isAttemptKept ? job.attempts : job.attempts - 1,
          notBefore: now(afterMs),
          error: error ? toJson(JobError, error) : null,
          worker: null,
          leaseUntil: null,
        })
        .where("id", "=", id),
    );
    if (error) noteEvent(database, { job: id, name: "retrying", data: { ...error, afterMs } });
  });

const getJob = (database: Database, id: JobId): Job | undefined => {
  const [row] = database.rows(database.build.selectFrom("job").selectAll().where("id", "=", id));
  return row && jobOf(row);
};

const listJobs = (database: Database, { kind, subject, batch, state, limit }: JobFilter): Job[] => {
  let jobs = database.build.selectFrom("job").selectAll();
  if (kind !== undefined) jobs = jobs.where("kind", "=", kind);
  if (subject !== undefined) jobs = jobs.where("subject", "=", subject);
  if (batch !== undefined) jobs = jobs.where("batch", "=", batch);
  if (state !== undefined) jobs = jobs.where("state", "=", state);
  return database.rows(jobs.orderBy("seq", "desc").limit(limit)).map(jobOf);
};

const countJobs = (database: Database): Awaited<ReturnType<JobQueue["counts"]>> => {
  const rows = database.rows(
    database.build
      .selectFrom("job")
      .select(["lane", "state", sql<number>`count(*)`.as("count"), sql<string>`min(createdAt)`.as("oldest")])
      .where("state", "in", ["queued", "running"])
      .groupBy(["lane", "state"]),
  );
  const find = (lane: JobLane, state: Job["state"]) =>
    rows.find((row) => row.lane === lane && row.state === state);
  const of = (lane: JobLane): LaneCounts => {
    const queued = find(lane, "queued");
    return {
      queued: queued?.count ?? 0,
      running: find(lane, "running")?.count ?? 0,
      ...(queued && { oldest: queued.oldest }),
    };
  };
  return { interactive: of("interactive"), batch: of("batch"), background: of("background") };
};

const noteEvent = (
  database: Database,
  { job, name, data }: { job: JobId; name: JobEvent["name"]; data: unknown },
): JobEvent => {
  const values = { job, at: now(), name, data: JSON.stringify(data) };
  const [row] = database.rows(database.build.insertInto("jobEvent").values(values).returningAll());
  return eventOf(known(row));
};

const jobOf = ({ progress, error, batch, startedAt, endedAt, ...row }: Row): Job =>
  Job.parse({
    ...row,
    ...(batch !== null && { batch }),
    ...(startedAt !== null && { startedAt }),
    ...(endedAt !== null && { endedAt }),
    ...(progress !== null && { progress: fromJson(JobProgress, progress, `progress of ${row.id}`) }),
    ...(error !== null && { error: fromJson(JobError, error, `error of ${row.id}`) }),
  });

const eventOf = (row: { seq: number; job: string; at: string; name: string; data: string }): JobEvent =>
  JobEvent.parse({ ...row, data: JSON.parse(row.data) });

const known = <T>(row: T | undefined): T => {
  if (row === undefined) throw new Error("SQLite gave back nothing for a row just written.");
  return row;
};
