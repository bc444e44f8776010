import type { Language } from "../domain/language.ts";
import type { Severity } from "../domain/report.ts";
import * as write from "./numbers.ts";
import { uiWordsOf } from "./ui-words.ts";

/** The level in words; with the multiple of the limit where there is one, so that nobody takes it for a danger. */
export const severityText = ({ level, ratio }: Severity, language: Language): string => {
  const words = uiWordsOf(language);
  const name = words[`severity_${level}`];
  return ratio === undefined ? name : `${name} (${words.timesTheLimit.replace("{}", write.quantity(ratio))})`;
};
