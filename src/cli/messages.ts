import type { Language } from "../domain/language.ts";
import { ENGLISH } from "./messages-en.ts";
import { KOREAN } from "./messages-ko.ts";

export type Words = typeof ENGLISH;

export const wordsIn = (language: Language): Words => (language === "ko" ? KOREAN : ENGLISH);
