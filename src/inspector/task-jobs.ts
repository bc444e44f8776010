// Tasks in the queue: accepted, done by whichever process works, their results kept among their events.
import type { Job, JobId, JobProgress } from "../domain/job.ts";
import { GumsaError } from "../errors.ts";
import type { Accepted } from "./jobs.ts";
import type { JobHandler } from "./job-runner.ts";
import type { JobSignals } from "./job-signals.ts";
import { newId } from "./new-id.ts";
import type { Parts } from "./parts.ts";
import type { TaskInput, TaskKind, Tasks } from "./tasks.ts";

export interface TaskJobs {
  /** Accepts long work on what `subject` names. Throws `queue_full`. */
  start<Kind extends TaskKind>(
    task: { readonly kind: Kind; readonly subject: string; readonly input: TaskInput<Kind> },
    accepted: Accepted,
  ): Promise<Job>;
  /** What a task came back with. Throws `job_unknown` while it has not. */
  result(id: JobId): Promise<unknown>;
}

export interface TaskDeps {
  readonly parts: Pick<Parts, "store">;
  readonly signals: JobSignals;
  /** The most that may wait. */
  readonly most: number;
}

const EVENTS_AT_ONCE = 1000;

export const taskJobsOf = ({ parts: { store }, signals, most }: TaskDeps): TaskJobs => ({
  async start({ kind, subject, input }, { client, lane = "interactive", batch, request }) {
    const job = { id: newId("job"), kind, subject, batch, client, lane, request, input };
    const [added] = await store.jobs.add([job], { most });
    signals.work();
    if (added) return added;
    throw new TypeError("the queue gave back no job");
  },
  async result(id) {
    for (let after = 0; ; ) {
      const events = await store.jobs.events(id, { after, limit: EVENTS_AT_ONCE });
      const result = events.find(({ name }) => name === "result");
      if (result) return result.data;
      after = events.at(-1)?.seq ?? after;
      if (events.length < EVENTS_AT_ONCE) throw new GumsaError("job_unknown", `The job ${id} has no result.`);
    }
  },
});

/** Steps this small tell nobody more. */
const SHARE_TOLD = 0.02;

/** Begun anew after a crash: a task has changed everything or nothing, and knows its own change by the job's id. */
export const taskHandlers = (
  tasks: Tasks,
  { parts: { store }, signals }: Pick<TaskDeps, "parts" | "signals">,
): Readonly<Record<string, JobHandler>> =>
  Object.fromEntries(
    Object.entries(tasks).map(([kind, run]): [string, JobHandler] => [
      kind,
      {
        mostAttempts: 3,
        async run(input, { job, signal }) {
          const told = teller(job.id, { store, signals });
          // The input was checked when the job was accepted, and the task checks it again.
          const result = await run(input as never, { job: job.id, signal, onProgress: told.progress });
          await told.result(result);
        },
      },
    ]),
  );

const teller = (id: JobId, { store, signals }: { store: Parts["store"]; signals: JobSignals }) => {
  let last: Promise<unknown> = Promise.resolve();
  let shown: JobProgress = { step: "", share: 0 };
  const write = async (progress: JobProgress): Promise<void> => {
    await store.jobs.progress(id, progress);
    await store.jobs.note(id, "progress", progress);
    signals.changed(id);
  };
  return {
    progress: (step: string, share: number): void => {
      const isNews = step !== shown.step || share >= 1 || share - shown.share >= SHARE_TOLD;
      if (!isNews) return;
      shown = { step, share };
      last = last.then(() => write({ step, share }));
    },
    result: async (data: unknown): Promise<void> => {
      await last;
      await store.jobs.note(id, "result", data);
    },
  };
};
