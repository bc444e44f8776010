// Groups of workers over one queue: those that inspect, one for long work on products and models, and those that do
// what nobody waits for.
import type { Log } from "../log.ts";
import { backgroundHandlers, jobHandlers } from "./job-handlers.ts";
import { type JobRunner, type RunnerOptions, startRunner } from "./job-runner.ts";
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
  /** How long what runs may take to come to its end once it is told to stop. */
  readonly graceMs?: number | undefined;
}

const BACKGROUND_JOBS = 4;
const GRACE_MS = 10_000;
/** Each uses every core as long as nobody inspects. */
const TASKS_AT_ONCE = 1;

export const startWork = ({
  parts,
  signals,
  tasks,
  log,
  graceMs = GRACE_MS,
  ...options
}: WorkOptions): JobRunner => {
  const start = (handlers: RunnerOptions["handlers"], concurrency: number): JobRunner =>
    startRunner({ queue: parts.store.jobs, signals, handlers, concurrency, log, graceMs });
  signals.begin();
  const runners = [
    start(jobHandlers(parts, signals), options.concurrency),
    start(taskHandlers(tasks, { parts, signals }), TASKS_AT_ONCE),
    start(backgroundHandlers(parts), BACKGROUND_JOBS),
  ];
  const daily = everyDay(parts, signals, log);
  return {
    get running() {
      return runners.reduce((sum, runner) => sum + runner.running, 0);
    },
    async [Symbol.asyncDispose]() {
      daily[Symbol.dispose]();
      await Promise.all(runners.map((runner) => runner[Symbol.asyncDispose]()));
      signals.stop();
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
