// The world outside of the command line, passed in so that a test can pass another one.
import type { Readable, Writable } from "node:stream";
import type { Config, Environment } from "../config.ts";
import type { Inspector } from "../inspector.ts";
import type { Log } from "../log.ts";

type Output = Writable & { readonly isTTY?: boolean | undefined };

export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean | undefined };
  /** Results only. */
  readonly stdout: Output;
  /** Everything else: notes, progress, errors, logs. */
  readonly stderr: Output;
  readonly environment: Environment;
  /** Aborted by Ctrl-C, or with `OUTPUT_CLOSED` as its reason when nobody reads standard output any more. */
  readonly signal: AbortSignal;
  readonly createInspector: (config: Config, options: { readonly log: Log }) => Promise<Inspector>;
}

export const OUTPUT_CLOSED = "output_closed";
