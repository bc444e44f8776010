import type { Language } from "../domain/language.ts";
import type { Words } from "./words.ts";
import { EN_WORDS } from "./words-en.ts";
import { KO_WORDS } from "./words-ko.ts";

export const wordsOf = (language: Language): Words => (language === "ko" ? KO_WORDS : EN_WORDS);
