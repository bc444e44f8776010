// The port of the queue. The embedded one is a table in the store's own file; a server database can stand behind it.
import type { Job, JobError, JobEvent, JobId, JobLane, JobProgress } from "../domain/job.ts";

export interface NewJob {
  readonly id: JobId;
  readonly kind: string;
  readonly subject: string;
  readonly batch?: string | undefined;
  readonly client: string;
  readonly lane: JobLane;
  /** The same key of the same client again is the job that is there. */
  readonly request?: { readonly key: string; readonly hash: string } | undefined;
  /** Plain data: whatever the handler needs; pixels by the id of their blob. */
  readonly input: unknown;
}

/** A job that a worker holds until its lease runs out. */
export interface ClaimedJob {
  readonly job: Job;
  readonly input: unknown;
}

export interface Claim {
  /** The worker, unique among all processes. */
  readonly worker: string;
  readonly kinds: readonly string[];
  readonly leaseMs: number;
}

export interface JobFilter {
  readonly kind?: string;
  readonly subject?: string;
  readonly batch?: string;
  readonly state?: Job["state"];
  readonly limit: number;
}

export interface LaneCounts {
  readonly queued: number;
  readonly running: number;
  readonly oldest?: string;
}

export interface JobQueue {
  /** All or none. Throws `queue_full` where more than `most` of the same lane would wait, `request_key_reused`. */
  add(jobs: readonly NewJob[], limits: { readonly most: number }): Promise<Job[]>;
  /** Throws `queue_full` where one more of the lane would not be taken: asked before its pictures are kept. */
  checkRoom(lane: JobLane, limits: { readonly most: number }): Promise<void>;
  /** The next job, held for the worker: of the client with the fewest running, interactive before batch, oldest first. */
  claim(claim: Claim): Promise<ClaimedJob | undefined>;
  /** Keeps the leases of a worker's jobs; the ids of those that are still its own. */
  renew(claim: Pick<Claim, "worker" | "leaseMs">): Promise<JobId[]>;
  /** Puts jobs whose worker has gone back into the queue; how many. */
  recover(): Promise<number>;
  progress(id: JobId, progress: JobProgress): Promise<void>;
  /** Ends a job that is not ended yet; false where another worker or a cancellation was first. */
  end(
    id: JobId,
    outcome:
      | { readonly state: "done" | "cancelled" }
      | { readonly state: "failed"; readonly error: JobError },
  ): Promise<boolean>;
  /** Back into the queue: after a failure that a retry may mend (`error`), or because the process stops. */
  release(
    id: JobId,
    options: { readonly afterMs: number; readonly error?: JobError; readonly isAttemptKept: boolean },
  ): Promise<void>;
  get(id: JobId): Promise<Job | undefined>;
  /** Newest first. */
  list(filter: JobFilter): Promise<Job[]>;
  /** How many wait and run, by lane, and since when the oldest waits. */
  counts(): Promise<Readonly<Record<JobLane, LaneCounts>>>;
  /** Writes an event down; the data must be what JSON can carry. */
  note(job: JobId, name: JobEvent["name"], data: unknown): Promise<JobEvent>;
  /** In order, from the one after `seq`. */
  events(job: JobId, options: { readonly after: number; readonly limit: number }): Promise<JobEvent[]>;
}
