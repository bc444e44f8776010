// What the tools of one connection work with. How an inspection is run differs by surface: on standard input and
// output at once, over HTTP in its turn.
import type { Inspection } from "../domain/inspection.ts";
import type { InspectInput, Inspector, NamedBytes, Progress } from "../inspector.ts";
import type { Log } from "../log.ts";

export interface McpContext {
  readonly inspector: Inspector;
  readonly log: Log;
  readonly inspect: (input: InspectInput, progress: Progress) => Promise<Inspection>;
  /** Reads a file of the caller's own machine; null where the caller sits elsewhere. */
  readonly readFile: ((path: string) => Promise<NamedBytes>) | null;
}

/** One call of a tool. */
export interface Call extends McpContext {
  /** Its signal is aborted when the caller cancels; what it is told reaches the caller as notifications. */
  readonly progress: Progress;
}
