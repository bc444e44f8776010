// The words that sentences, the page and the terminal share in one language.
import type { CaptureGrade, DegradationKind } from "../domain/capture-grade.ts";
import type { ReaderName } from "../domain/reader.ts";
import type { Section } from "../domain/report.ts";
import type { VerdictKind } from "../domain/verdict.ts";
import type { Place } from "./place.ts";

export interface Words {
  readonly verdicts: Readonly<Record<VerdictKind, string>>;
  readonly sections: Readonly<Record<Section, string>>;
  readonly grades: Readonly<Record<CaptureGrade["grade"], string>>;
  readonly places: Readonly<Record<Place, string>>;
  readonly readers: Readonly<Record<ReaderName, string>>;
  readonly degradations: Readonly<Record<DegradationKind, DegradationWords>>;
}

export interface DegradationWords {
  readonly name: string;
  /** When this arises: the end of a sentence that begins with the name. */
  readonly cause: string;
  /** What to do before the picture is taken again. */
  readonly advice: string;
  /** What keeps it from coming back. */
  readonly prevention: string;
}

/** A reader's name in words; one that this table does not know keeps its own name. */
export const readerName = (words: Words, reader: string): string => {
  const known: Readonly<Record<string, string>> = words.readers;
  return known[reader] ?? reader;
};
