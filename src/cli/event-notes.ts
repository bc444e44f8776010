import type { InspectionEvent, SectionEvent } from "../domain/inspection-event.ts";
import type { Context } from "./context.ts";
import type { Words } from "./messages.ts";
import { note } from "./output.ts";

/** Tells on standard error what is known before the inspection is done. */
export const eventNotes =
  ({ io, words }: Pick<Context, "io" | "words">) =>
  (event: InspectionEvent): void => {
    note(io, event.kind === "verdict" ? verdictText(event, words) : sectionText(event, words));
  };

const verdictText = (
  { verdict }: Extract<InspectionEvent, { kind: "verdict" }>,
  { writers, inspect }: Words,
): string => writers.verdict(inspect.verdicts[verdict.kind]);

const sectionText = ({ section, sentences, writer }: SectionEvent, { writers, compare }: Words): string =>
  writers.section(compare.sections[section], sentences.length, writer);
