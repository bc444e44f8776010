// Runs what waits in the queue, as many at once as the machine serves. A lease that is renewed while a job runs
// tells other processes that its worker lives; what a killed process held is taken up again when the lease ends.
import { randomUUID } from "node:crypto";
import type { Job, JobError, JobId } from "../domain/job.ts";
import { ERRORS, GumsaError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { ClaimedJob, JobQueue } from "../store/job-queue.ts";
import { PARKED } from "./parked.ts";
import type { JobSignals } from "./job-signals.ts";

export interface JobRun {
  readonly job: Job;
  readonly signal: AbortSignal;
}

export interface JobHandler {
  /** Including the first. Only errors that a retry may mend are tried again. */
  readonly mostAttempts: number;
  /** Twice as long after each further attempt; a second unless it is said. */
  readonly firstRetryMs?: number;
  run(input: unknown, run: JobRun): Promise<unknown>;
}

export interface RunnerOptions {
  readonly queue: JobQueue;
  readonly signals: JobSignals;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** Jobs at once. */
  readonly concurrency: number;
  readonly log: Log;
  /** How long a stopping process lets what runs come to its end before it parks it. */
  readonly graceMs: number;
}

export interface JobRunner extends AsyncDisposable {
  /** Jobs that run in this process. */
  readonly running: number;
}

const LEASE_MS = 15_000;
const RENEW_EVERY_MS = 4_000;
const LOOK_EVERY_MS = 500;
const FIRST_RETRY_MS = 1_000;
/** How often a job may be cut off with its process before it counts as what ends the process. */
const MOST_CUT_OFF = 5;

/** Disposing waits a moment for what runs, and puts the rest back into the queue. */
export const startRunner = (options: RunnerOptions): JobRunner => {
  const { queue, signals, concurrency } = options;
  const worker = randomUUID();
  const running = new Map<JobId, { readonly controller: AbortController; readonly done: Promise<void> }>();
  const kinds = Object.keys(options.handlers);
  let isStopping = false;

  const begin = (claimed: ClaimedJob): void => {
    const controller = new AbortController();
    const { id } = claimed.job;
    const done = perform(claimed, { ...options, signal: controller.signal }).finally(() => {
      running.delete(id);
      fill();
    });
    running.set(id, { controller, done });
  };
  const claimAll = async (): Promise<void> => {
    while (!isStopping && running.size < concurrency) {
      const claimed = await queue.claim({ worker, kinds, leaseMs: LEASE_MS });
      if (claimed === undefined) return;
      begin(claimed);
    }
  };
  let filling = Promise.resolve();
  const fill = (): void => {
    filling = filling
      .then(claimAll)
      .catch((error: unknown) => options.log.error({ err: error }, "the queue cannot be read"));
  };
  const keep = async (): Promise<void> => {
    const mine = new Set(await queue.renew({ worker, leaseMs: LEASE_MS }));
    for (const [id, { controller }] of running) if (!mine.has(id)) controller.abort("cancelled");
    if ((await queue.recover()) > 0) fill();
  };

  const stopListening = signals.onWork(fill);
  const stopCancelling = signals.onCancel((id) => running.get(id)?.controller.abort("cancelled"));
  const look = setInterval(fill, LOOK_EVERY_MS);
  const renew = setInterval(() => {
    keep().catch((error: unknown) => options.log.error({ err: error }, "leases cannot be renewed"));
  }, RENEW_EVERY_MS);
  fill();

  return {
    get running() {
      return running.size;
    },
    async [Symbol.asyncDispose]() {
      isStopping = true;
      stopListening();
      stopCancelling();
      clearInterval(look);
      clearInterval(renew);
      await filling;
      const grace = setTimeout(() => {
        for (const { controller } of running.values()) controller.abort(PARKED);
      }, options.graceMs);
      await Promise.all([...running.values()].map(({ done }) => done));
      clearTimeout(grace);
    },
  };
};

const perform = async (
  { job, input }: ClaimedJob,
  { handlers, queue, signals, signal, log }: RunnerOptions & { readonly signal: AbortSignal },
): Promise<void> => {
  const handler = handlers[job.kind];
  const about = { job: job.id, kind: job.kind, subject: job.subject, attempt: job.attempts };
  const start = performance.now();
  try {
    refuseEndless(job, handler);
    await handler?.run(input, { job, signal });
    await queue.end(job.id, { state: "done" });
    log.info({ ...about, durationMs: Math.round(performance.now() - start) }, "job done");
  } catch (error) {
    await settle(error, { job, handler, queue, signal, log });
  } finally {
    signals.changed(job.id);
  }
};

/** A failure that may be mended counts as a beginning too; a job that was parked does not. */
const refuseEndless = ({ id, attempts }: Job, handler: JobHandler | undefined): void => {
  if (attempts <= (handler?.mostAttempts ?? 1) + MOST_CUT_OFF) return;
  throw new GumsaError("work_cut_off", `The job ${id} was begun ${attempts - 1} times and never ended.`, {
    hint: "look in the log for why the process ended; then ask for the work again",
  });
};

interface Settling extends Pick<RunnerOptions, "queue" | "log"> {
  readonly job: Job;
  readonly handler: JobHandler | undefined;
  readonly signal: AbortSignal;
}

const settle = async (error: unknown, { job, handler, queue, signal, log }: Settling): Promise<void> => {
  if (signal.reason === PARKED) return queue.release(job.id, { afterMs: 0, isAttemptKept: false });
  if (signal.aborted) return void (await queue.end(job.id, { state: "cancelled" }));
  const told = toldError(error, job, log);
  const { id, kind, subject, attempts: attempt } = job;
  log.warn({ job: id, kind, subject, attempt, code: told.code }, "job not done");
  const mayRetry = ERRORS[told.code].isRetryable && job.attempts < (handler?.mostAttempts ?? 1);
  if (!mayRetry) return void (await queue.end(job.id, { state: "failed", error: told }));
  const afterMs = (handler?.firstRetryMs ?? FIRST_RETRY_MS) * 2 ** (job.attempts - 1);
  await queue.release(job.id, { afterMs, error: told, isAttemptKept: true });
};

const toldError = (error: unknown, job: Job, log: Log): JobError & { readonly code: keyof typeof ERRORS } => {
  if (error instanceof GumsaError) {
    return {
      code: error.code,
      message: error.message,
      ...(error.hint !== undefined && { hint: error.hint }),
    };
  }
  log.error({ job: job.id, subject: job.subject, err: error }, "internal fault");
  return {
    code: "internal",
    message: `The job ${job.id} met a fault in Gumsa itself; the log has it under this id.`,
  };
};
