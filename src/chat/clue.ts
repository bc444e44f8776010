// What a sentence of a question gives the rules to go by.
import type { DefectType } from "../domain/defect-type.ts";
import type { Language } from "../domain/language.ts";
import type { Concept } from "./lexicon.ts";
import type { NamedThings } from "./named-things.ts";
import type { Intent } from "./reading.ts";

export interface Asked {
  readonly question: string;
  /** Of the record, for a question that is in no language: "A1?". */
  readonly usual: Language;
  readonly types: readonly DefectType[];
  /** Names under which the record keeps particulars: station, operator. */
  readonly metadata: readonly string[];
  /** What the question before was about. */
  readonly last: Intent | undefined;
}

export interface Clue extends NamedThings {
  readonly has: (...concepts: readonly Concept[]) => boolean;
  readonly all: (...concepts: readonly Concept[]) => boolean;
  readonly foreign: number;
  readonly text: string;
  readonly asked: Asked;
}

/** What the sentence asks for, where the rule applies. */
export type Rule = (clue: Clue) => Intent | undefined;

/** More foreign words than this, and a familiar one says little. */
export const MOST_FOREIGN = 0.5;
export const isAbout = ({ foreign, has }: Clue): boolean => foreign <= MOST_FOREIGN && !has("outside");
