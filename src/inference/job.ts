// A job is a function that a worker thread runs. It is named by its module's address and its export, so
// that the pool carries only plain data and the module stays beside the subject it belongs to.
import type { Session } from "./session.ts";

/** What a worker keeps between jobs. */
export interface Bench {
  /** The session of a model file, opened once a worker. */
  session(path: string): Promise<Session>;
  /** A value by its key, made once and kept while it is among the few most recently used. */
  kept<T>(key: string, make: () => Promise<T>): Promise<T>;
}

export interface Job<Input, Output> {
  readonly module: string;
  readonly name: string;
  readonly run: (input: Input, bench: Bench) => Promise<Output>;
}

/** `module` is the caller's `import.meta.url`, `name` the name under which it exports the job. */
export const defineJob = <Input, Output>(
  module: string,
  name: string,
  run: Job<Input, Output>["run"],
): Job<Input, Output> => ({ module, name, run });
