import type { Context } from "./context.ts";
import type { Io } from "./io.ts";

type Printer = Pick<Context, "io" | "isJson">;

/** A line of the result, on standard output. */
export const print = (io: Io, text: string): void => {
  io.stdout.write(`${text}\n`);
};

/** A line beside the result, on standard error. */
export const note = (io: Io, text: string): void => {
  io.stderr.write(`${text}\n`);
};

/** One document on one line, so that several can follow each other. */
export const printJson = (io: Io, document: unknown): void => print(io, JSON.stringify(document));

/** A command's whole answer: the document with `--json`, the text without. */
export const answer = ({ io, isJson }: Printer, document: unknown, text: () => string): void =>
  isJson ? printJson(io, document) : print(io, text());
