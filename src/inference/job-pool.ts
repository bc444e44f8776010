// A few worker threads, one core each, and one queue. ONNX Runtime blocks the thread it runs on: two
// single-threaded workers give twice the throughput of one, and the main thread stays free.
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type ErrorCode, GumsaError, throwIfCancelled } from "../errors.ts";
import type { Job } from "./job.ts";

export interface Question {
  readonly module: string;
  readonly name: string;
  readonly input: unknown;
}
export interface Answer {
  readonly output?: unknown;
  readonly failure?: { code?: ErrorCode; message: string; hint?: string | undefined };
}

interface Waiting extends Question {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Seat {
  worker: Worker;
  serving: Waiting | undefined;
}

const MOST_WORKERS = 4;

export class JobPool implements AsyncDisposable {
  readonly size: number;
  readonly #queue: Waiting[] = [];
  readonly #seats: Seat[] = [];
  #isClosed = false;

  /** `workers`: 0 takes one for each core, four at the most. Threads start when there is work. */
  constructor({ workers = 0 }: { workers?: number } = {}) {
    this.size = workers || Math.min(availableParallelism(), MOST_WORKERS);
  }

  /** Runs a job. A cancelled one rejects at once; its worker finishes what it has begun. */
  async do<Input, Output>(job: Job<Input, Output>, input: Input, signal?: AbortSignal): Promise<Output> {
    throwIfCancelled(signal);
    if (this.#isClosed) throw new GumsaError("cancelled", "The inference workers have been closed.");
    let stop = () => {};
    const result = new Promise<Output>((resolve, reject) => {
      const waiting: Waiting = {
        module: job.module,
        name: job.name,
        input,
        resolve: (output) => resolve(output as Output), // the job's own output, back from its worker
        reject,
      };
      stop = () => this.#drop(waiting);
      this.#queue.push(waiting);
      this.#serve();
    });
    signal?.addEventListener("abort", stop, { once: true });
    return result.finally(() => signal?.removeEventListener("abort", stop));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    for (const waiting of this.#queue.splice(0)) waiting.reject(closed());
    await Promise.all(this.#seats.map(leave));
  }

  #serve(): void {
    const seat = this.#seats.find(({ serving }) => serving === undefined) ?? this.#openSeat();
    if (!seat || this.#queue.length === 0) return;
    const next = this.#queue.shift();
    if (!next) return;
    seat.serving = next;
    seat.worker.ref();
    seat.worker.postMessage({ module: next.module, name: next.name, input: next.input });
  }

  #openSeat(): Seat | undefined {
    if (this.#isClosed || this.#seats.length >= this.size) return undefined;
    const seat: Seat = { worker: startWorker(), serving: undefined };
    seat.worker.on("message", (answer: Answer) => this.#settle(seat, answer));
    seat.worker.on("error", (error) => this.#lose(seat, error));
    seat.worker.on("exit", () => this.#lose(seat, closed()));
    this.#seats.push(seat);
    return seat;
  }

  #settle(seat: Seat, { output, failure }: Answer): void {
    const { serving } = seat;
    seat.serving = undefined;
    seat.worker.unref(); // an idle worker does not keep the process alive
    if (failure) serving?.reject(errorOf(failure));
    else serving?.resolve(output);
    this.#serve();
  }

  #lose(seat: Seat, error: Error): void {
    const index = this.#seats.indexOf(seat);
    if (index >= 0) this.#seats.splice(index, 1);
    seat.serving?.reject(error);
    seat.serving = undefined;
    if (!this.#isClosed) this.#serve();
  }

  #drop(waiting: Waiting): void {
    const index = this.#queue.indexOf(waiting);
    if (index >= 0) this.#queue.splice(index, 1);
    waiting.reject(new GumsaError("cancelled", "The work was cancelled."));
  }
}

/** A thread that is ended inside a network's arithmetic takes the whole process with it: it finishes its job first. */
const leave = async ({ worker, serving }: Seat): Promise<void> => {
  if (serving) {
    serving.reject(closed());
    await new Promise<unknown>((done) => worker.once("message", done).once("exit", done));
  }
  await worker.terminate();
};

/**
 * The worker's files carry this file's own ending: `.ts` from sources, `.js` from `dist`. What the process was told to
 * load first (`--import` of a server around us) is not for workers.
 */
const startWorker = (): Worker => {
  const entry = import.meta.url.replace(/job-pool(\.[jt]s)$/, "worker$1");
  return new Worker(new URL("./worker-start.js", import.meta.url), { workerData: { entry }, execArgv: [] });
};

const closed = (): GumsaError => new GumsaError("cancelled", "The inference workers have been closed.");

const errorOf = ({ code, message, hint }: NonNullable<Answer["failure"]>): Error =>
  code ? new GumsaError(code, message, hint === undefined ? {} : { hint }) : new Error(message);
