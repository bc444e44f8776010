// Evidence as a flat list of named, formatted values for tables. It walks the plain data, so that every kind of
// evidence, known here or not, can be shown in full.
import type { Fact } from "../domain/follow-up.ts";
import type { Language } from "../domain/language.ts";
import { FIELD_WORDS, KIND_WORDS, VALUE_WORDS } from "./field-words.ts";
import * as write from "./numbers.ts";
import { reasonInEnglish, reasonInKorean } from "./reasons.ts";
import { uiWordsOf } from "./ui-words.ts";
import { readerName, type Words } from "./words.ts";
import { wordsOf } from "./words-of.ts";

export interface EvidenceFact {
  readonly field: string;
  readonly name: string;
  readonly value: string;
}

export const kindName = (kind: string, language: Language): string => KIND_WORDS[kind]?.[language] ?? kind;

export const factsOf = (evidence: Fact, language: Language): readonly EvidenceFact[] => {
  const { id, kind, ...fields } = evidence;
  return Object.entries(fields).flatMap(([field, value]) => factsIn(field, value, language));
};

const factsIn = (field: string, value: unknown, language: Language): readonly EvidenceFact[] => {
  if (value === undefined || value === null) return [];
  const name = FIELD_WORDS[field]?.[language] ?? field;
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) {
    const texts = value.map((item) => wordText(field, item, language));
    return value.length === 0 ? [] : [{ field, name, value: texts.join(" › ") }];
  }
  if (isMeasured(value)) return [{ field, name: value.name, value: withUnit(value) }];
  if (isNamedText(value)) return [{ field: value.name, ...value }];
  if (typeof value === "object") {
    return Object.entries(value).flatMap(([inner, innerValue]) => factsIn(inner, innerValue, language));
  }
  const text =
    typeof value === "number" ? numberText(field, value, language) : wordText(field, String(value), language);
  return [{ field, name, value: text }];
};

const numberText = (field: string, value: number, language: Language): string => {
  if (field === "asked") return `${uiWordsOf(language).region} ${value}`;
  if (field === "pValue") return write.pValue(value);
  if (field === "alpha") return write.alpha(value);
  if (["severity", "falseAlarmBound", "solvedShare", "solvedLow", "solvedHigh"].includes(field))
    return `${write.percent(value)} %`;
  return Number.isInteger(value) ? String(value) : write.quantity(value);
};

const wordText = (field: string, value: string, language: Language): string => {
  const words = wordsOf(language);
  if (value.startsWith("sha256:")) return `${value.slice(0, 19)}…`;
  if (field === "reader") return readerName(words, value);
  if (field === "field") return FIELD_WORDS[value]?.[language] ?? value;
  if (field === "reason") return language === "ko" ? reasonInKorean(value) : reasonInEnglish(value);
  return translated(field, value, words, language) ?? value;
};

/** The words of a fixed set of values; undefined for free text. */
const translated = (field: string, value: string, words: Words, language: Language): string | undefined => {
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    grade: words.grades,
    section: words.sections,
    status: { ...uiWordsOf(language) },
    verdict: words.verdicts,
    kind: Object.fromEntries(Object.entries(words.degradations).map(([kind, { name }]) => [kind, name])),
  };
  return tables[field]?.[value] ?? VALUE_WORDS[field]?.[value]?.[language];
};

/** Of a record's particulars: a station, a model's version. */
interface NamedText {
  readonly name: string;
  readonly value: string;
}

const isNamedText = (value: unknown): value is NamedText =>
  typeof value === "object" &&
  value !== null &&
  "name" in value &&
  "value" in value &&
  typeof value.name === "string" &&
  typeof value.value === "string";

interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const isMeasured = (value: unknown): value is Measured =>
  typeof value === "object" && value !== null && "name" in value && "value" in value && "unit" in value;

const withUnit = ({ value, unit }: Measured): string => `${write.quantity(value)} ${unit}`.trim();
