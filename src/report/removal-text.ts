import type { Language } from "../domain/language.ts";
import type { RemovedSentence } from "../domain/report.ts";
import { REMOVAL_WORDS } from "./field-words.ts";

/** Why a sentence was removed, with the words that have no support where there are any. */
export const removalText = ({ reason, detail }: RemovedSentence, language: Language): string =>
  `${REMOVAL_WORDS[reason][language]}${detail === "" ? "" : `: ${detail}`}`;
