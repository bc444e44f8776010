// Groups of workers over one queue: those that inspect, one for long work on products and models, and those that do
// what nobody waits for.
import type { Log } from "../log.ts";
import { backgroundHandlers, jobHandlers } from "./job-handlers.ts";
import { type JobRunner, startRunner } from "./job-runner.ts";
import type { JobSignals } from "./job-signals.ts";
import { newId } from "./new-id.ts";
import type { Parts } from "./parts.ts";
import { taskHandlers } from "./task-jobs.ts";
import type { Tasks } from "./tasks.ts";

export interface WorkOptions {
  readonly parts: Parts;
  readonly signals: JobSignals;
  readonly tasks: Tasks;
  /** Inspections at once. */
  readonly concurrency: number;
  readonly log: Log;
}

const BACKGROUND_JOBS = 4;
/** Each uses every core as long as nobody inspects. */
const TASKS_AT_ONCE = 1;

export const startWork = ({ parts, signals, tasks, concurrency, log }: WorkOptions): JobRunner => {
  const queue = parts.store.jobs;
  const runners = [
    startRunner({ queue, signals, handlers: jobHandlers(parts, signals), concurrency, log }),
    startRunner({
      queue,
      signals,
      handlers: taskHandlers(tasks, { parts, signals }),
      concurrency: TASKS_AT_ONCE,
      log,
    }),
    startRunner({ queue, signals, handlers: backgroundHandlers(parts), concurrency: BACKGROUND_JOBS, log }),
  ];
  const daily = everyDay(parts, signals, log);
  return {
    get running() {
      return runners.reduce((sum, runner) => sum + runner.running, 0);
    },
    async [Symbol.asyncDispose]() {
      daily[Symbol.dispose]();
      await Promise.all(runners.map((runner) => runner[Symbol.asyncDispose]()));
    },
  };
};

const LOOK_EVERY_MS = 3_600_000;

/** One job a day, whoever asks for it and however often: its key is the day. */
const everyDay = ({ store }: Parts, signals: JobSignals, log: Log): Disposable => {
  const ask = async (): Promise<void> => {
    const key = `retention ${new Date().toISOString().slice(0, 10)}`;
    const job = {
      kind: "retention",
      subject: "retention",
      client: "gumsa",
      lane: "background" as const,
      input: {},
    };
    await store.jobs.add([{ ...job, id: newId("job"), request: { key, hash: key } }], {
      most: Number.POSITIVE_INFINITY,
    });
    signals.work();
  };
  const look = (): void => void ask().catch((err: unknown) => log.error({ err }, "retention was not queued"));
  const timer = setInterval(look, LOOK_EVERY_MS).unref();
  look();
  return { [Symbol.dispose]: () => clearInterval(timer) };
};
