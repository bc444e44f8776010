// Many pictures that were handed over at once, each an inspection of its own.
import { z } from "zod";
import { InspectionId } from "./inspection.ts";
import { JobError, JobEvent, JobState } from "./job.ts";
import { VerdictKind } from "./verdict.ts";

export const BatchId = z.string().regex(/^batch_[0-9a-z]{20}$/, "batch_ and 20 letters or digits");
export type BatchId = z.infer<typeof BatchId>;

export const Batch = z.object({
  id: BatchId,
  createdAt: z.iso.datetime(),
  /** Who asked. */
  client: z.string(),
  inspections: z.int().nonnegative(),
  states: z.record(JobState, z.int().nonnegative()),
  /** Of those that are recorded. */
  verdicts: z.record(VerdictKind, z.int().nonnegative()),
  /** Nothing of it waits or runs. */
  isDone: z.boolean(),
});
export type Batch = z.infer<typeof Batch>;

export const BatchItem = z.object({
  /** Grows from item to item. */
  place: z.int().positive(),
  inspection: InspectionId,
  fileNames: z.array(z.string()),
  state: JobState,
  verdict: VerdictKind.optional(),
  /** Why it was not inspected. */
  error: JobError.optional(),
});
export type BatchItem = z.infer<typeof BatchItem>;

export const BatchEvent = JobEvent.extend({ inspection: InspectionId });
export type BatchEvent = z.infer<typeof BatchEvent>;
