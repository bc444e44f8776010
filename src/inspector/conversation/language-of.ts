import type { Language } from "../../domain/language.ts";

/** Of what somebody wrote: one Hangul syllable makes it Korean. Undefined where there are no words. */
export const languageOf = (text: string): Language | undefined => {
  if (/\p{Script=Hangul}/u.test(text)) return "ko";
  return /\p{Script=Latin}{2}/u.test(text) ? "en" : undefined;
};
