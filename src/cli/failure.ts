// How an error is told. An expected one has its code, message and hint; any other is a fault of Gumsa
// itself, of which the user sees an id and only the log (at debug) the stack.
import { randomUUID } from "node:crypto";
import { ERRORS, type ErrorCode, GumsaError } from "../errors.ts";
import type { Log } from "../log.ts";
import { EXIT_CODES } from "./exit-code.ts";
import { type Io, OUTPUT_CLOSED } from "./io.ts";
import type { Words } from "./messages.ts";
import { note, printJson } from "./output.ts";

export interface FailureOptions {
  readonly io: Io;
  readonly isJson: boolean;
  readonly log: Log;
  readonly words: Words;
}

/** Prints the error that ended the command; the exit code. */
export const reportFailure = (error: unknown, options: FailureOptions): number => {
  const { signal } = options.io;
  if (signal.aborted && signal.reason === OUTPUT_CLOSED) return EXIT_CODES.outputClosed;
  if (!signal.aborted) return ERRORS[printFailure(error, options)].exitCode;
  printFailure(new GumsaError("cancelled", options.words.failure.cancelled, { cause: error }), options);
  return EXIT_CODES.interrupted;
};

/** Prints one error, and the file that it is about where there are several; its code. */
export const printFailure = (error: unknown, options: FailureOptions, file?: string): ErrorCode => {
  const { code, message, hint } = error instanceof GumsaError ? error : faultOf(error, options);
  const { io, isJson } = options;
  note(io, `error ${code}: ${message}`);
  if (hint !== undefined) note(io, `hint: ${hint}`);
  if (file !== undefined) note(io, `file: ${file}`);
  if (isJson) printJson(io, { error: { code, message, hint, file } });
  return code;
};

const faultOf = (error: unknown, { log, words }: FailureOptions): GumsaError => {
  const id = randomUUID().slice(0, 8);
  log.debug({ id, err: error }, "internal fault");
  return new GumsaError("internal", words.failure.internal(id), { hint: words.failure.internalHint });
};
