// An inspection in its turn: accepted as a job, followed until its end, stopped when its caller gives up.
import type { Inspection } from "../domain/inspection.ts";
import { InspectionEvent } from "../domain/inspection-event.ts";
import type { Job, JobEvent } from "../domain/job.ts";
import { ERRORS, type ErrorCode, GumsaError } from "../errors.ts";
import type { InspectInput, Inspector, Progress, ProgressStep } from "../inspector.ts";

export type Inspect = (input: InspectInput, progress?: Progress) => Promise<Inspection>;

/** Like `inspector.inspect`, for a caller who shares the machine with others. Throws `queue_full` as well. */
export const inspectInTurn =
  (inspector: Inspector, client: string): Inspect =>
  async (input, progress = {}) => {
    const job = await inspector.jobs.inspect(input, { client });
    const [ended] = await Promise.all([
      endOf(job, { inspector, signal: progress.signal }),
      follow(job, inspector, progress),
    ]);
    if (ended.state === "done") return inspector.inspections.get(job.subject);
    throw failureOf(ended);
  };

interface Waiting {
  readonly inspector: Inspector;
  readonly signal: AbortSignal | undefined;
  /** The caller can ask for the same work again, so that it goes on without them. */
  readonly isRepeatable?: boolean;
}

/** Nobody waits for the answer any more: the work is stopped, unless the caller can ask for it again. */
export const endOf = async (job: Job, { inspector, signal, isRepeatable = false }: Waiting): Promise<Job> => {
  try {
    return await inspector.jobs.wait(job.id, signal);
  } catch (error) {
    if (signal?.aborted && !isRepeatable) await inspector.jobs.cancel(job.id);
    throw error;
  }
};

export const failureOf = ({ state, error }: Job): GumsaError => {
  if (state === "cancelled" || error === undefined)
    return new GumsaError("cancelled", "The inspection was cancelled.");
  const code = (error.code in ERRORS ? error.code : "internal") as ErrorCode; // looked up just before
  return new GumsaError(code, error.message, { ...(error.hint !== undefined && { hint: error.hint }) });
};

const follow = async ({ id }: Job, { jobs }: Inspector, progress: Progress): Promise<void> => {
  const { signal } = progress;
  for await (const event of jobs.events(id, { ...(signal && { signal }) })) tell(event, progress);
};

/** The job's handler wrote these down from the same three calls. */
const tell = ({ name, data }: JobEvent, { onEvent, onNode, onProgress }: Progress): void => {
  const told = data as { node: string; step: ProgressStep; share: number };
  if (name === "node") onNode?.(told.node);
  if (name === "progress") onProgress?.(told.step, told.share);
  if (name === "verdict" || name === "section") onEvent?.(InspectionEvent.parse(data));
};
