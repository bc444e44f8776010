import type { InspectionEvent } from "../domain/inspection-event.ts";
import type { Context } from "./context.ts";
import { note } from "./output.ts";

/** Tells on standard error what is known before the inspection is done. */
export const eventNotes =
  ({ io, words }: Pick<Context, "io" | "words">) =>
  (event: InspectionEvent): void => {
    const { writers, inspect, compare } = words;
    if (event.kind === "verdict") return note(io, writers.verdict(inspect.verdicts[event.verdict.kind]));
    const { section, sentences, writer } = event;
    note(io, writers.section(compare.sections[section], sentences.length, writer));
  };
