// Two groups of workers over one queue: those that inspect, and those that do what nobody waits for.
import type { Log } from "../log.ts";
import { backgroundHandlers, jobHandlers } from "./job-handlers.ts";
import { type JobRunner, startRunner } from "./job-runner.ts";
import type { JobSignals } from "./job-signals.ts";
import type { Parts } from "./parts.ts";

export interface WorkOptions {
  readonly parts: Parts;
  readonly signals: JobSignals;
  /** Inspections at once. */
  readonly concurrency: number;
  readonly log: Log;
}

const BACKGROUND_JOBS = 4;

export const startWork = ({ parts, signals, concurrency, log }: WorkOptions): JobRunner => {
  const queue = parts.store.jobs;
  const runners = [
    startRunner({ queue, signals, handlers: jobHandlers(parts, signals), concurrency, log }),
    startRunner({ queue, signals, handlers: backgroundHandlers(parts), concurrency: BACKGROUND_JOBS, log }),
  ];
  return {
    get running() {
      return runners.reduce((sum, runner) => sum + runner.running, 0);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(runners.map((runner) => runner[Symbol.asyncDispose]()));
    },
  };
};
