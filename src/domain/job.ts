// Work that outlives the call that asked for it: kept in the store, so that a restart goes on with it.
import { z } from "zod";
import { Json } from "./json.ts";

export const JobId = z.string().regex(/^job_[0-9a-z]{20}$/, "job_ and 20 letters or digits");
export type JobId = z.infer<typeof JobId>;

export const JobState = z.enum(["queued", "running", "done", "failed", "cancelled"]);
export type JobState = z.infer<typeof JobState>;

/** Interactive work goes first; a batch waits for it. What nobody waits for has workers of its own. */
export const JobLane = z.enum(["interactive", "batch", "background"]);
export type JobLane = z.infer<typeof JobLane>;

export const JobError = z.object({ code: z.string(), message: z.string(), hint: z.string().optional() });
export type JobError = z.infer<typeof JobError>;

export const JobProgress = z.object({
  step: z.string(),
  /** From 0 to 1 within the step. */
  share: z.number().min(0).max(1),
});
export type JobProgress = z.infer<typeof JobProgress>;

export const Job = z.object({
  id: JobId,
  /** What is to be done: the name of a handler. */
  kind: z.string(),
  /** What it is about: an inspection, a product. */
  subject: z.string(),
  /** The batch that it belongs to. */
  batch: z.string().optional(),
  /** Who asked; turns are shared out among clients. */
  client: z.string(),
  lane: JobLane,
  state: JobState,
  /** How often it was begun; more than one after a failure that a retry may mend, or after a crash. */
  attempts: z.int().nonnegative(),
  progress: JobProgress.optional(),
  /** Of the last attempt. */
  error: JobError.optional(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().optional(),
  endedAt: z.iso.datetime().optional(),
});
export type Job = z.infer<typeof Job>;

export const hasEnded = ({ state }: Pick<Job, "state">): boolean => state !== "queued" && state !== "running";

/** Something that happened, numbered in the order in which it was written down. */
export const JobEvent = z.object({
  seq: z.int().positive(),
  job: JobId,
  at: z.iso.datetime(),
  name: z.enum([
    "queued",
    "started",
    "node",
    "progress",
    "verdict",
    "section",
    "result",
    "done",
    "failed",
    "retrying",
    "cancelled",
  ]),
  data: Json,
});
export type JobEvent = z.infer<typeof JobEvent>;
