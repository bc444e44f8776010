import type { Inspection } from "../domain/inspection.ts";
import { VERDICTS } from "../domain/verdict.ts";
import type { Context } from "./context.ts";
import { note, print } from "./output.ts";

export interface BatchCount {
  readonly inspections: readonly Inspection[];
  /** Of these, how many an earlier run had finished. */
  readonly found: number;
  readonly errors: number;
  readonly durationMs: number;
}

/** Beside the documents where standard output carries them. */
export const tellSummary = (
  { inspections, found, errors, durationMs }: BatchCount,
  { io, isJson, words }: Context,
): void => {
  const counts = VERDICTS.map((kind) => ({
    verdict: words.inspect.verdicts[kind],
    count: inspections.filter(({ verdict }) => verdict.kind === kind).length,
  })).filter(({ count }) => count > 0);
  const worked = inspections.length - found + errors;
  const text = [
    words.inspect.counted(inspections.length + errors),
    counts.map(({ verdict, count }) => `${verdict} ${count}`).join(", "),
    errors > 0 ? words.inspect.errors(errors) : "",
    found > 0 ? words.inspect.found(found) : "",
    worked > 0 ? words.inspect.pace((durationMs / worked / 1000).toFixed(2)) : "",
  ];
  (isJson ? note : print)(io, text.filter(Boolean).join("; "));
};
