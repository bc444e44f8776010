// What is wrong with one report, by its record and the manuals' pages alone. Written apart from the code that makes and
// checks reports, so that a mistake which those two share shows here.
import { z } from "zod";
import type { DefectType } from "../../../src/domain/defect-type.ts";
import type { Evidence } from "../../../src/domain/evidence.ts";
import type { Inspection } from "../../../src/domain/inspection.ts";
import { Language } from "../../../src/domain/language.ts";
import { SECTIONS, type Report, type Sentence } from "../../../src/domain/report.ts";
import { standsOn } from "../literal.ts";
import { namedTypes, recordedTypes } from "./named-types.ts";
import { quotationsOf } from "./quoted.ts";
import { isRecorded, recordedNumbers, textsIn } from "./recorded-numbers.ts";
import { saysVerdict } from "./says-verdict.ts";
import { spokenNumbers } from "./spoken-numbers.ts";

export const JudgedReport = z.object({
  language: Language,
  writer: z.string(),
  isFallback: z.boolean(),
  emptySections: z.array(z.enum(SECTIONS)),
  saysVerdict: z.boolean(),
  sentences: z.int(),
  /** Sentences that cite nothing, or something that the record does not hold. */
  unsupported: z.array(z.string()),
  numbers: z.int(),
  /** Numbers that no cited evidence holds, with their sentence. */
  stray: z.array(z.object({ number: z.string(), text: z.string() })),
  /** Quotations of manuals whose pages could be read. */
  quotations: z.int(),
  notLiteral: z.array(z.string()),
  types: z.array(z.string()),
  /** Types that the report names and no evidence does. */
  strayTypes: z.array(z.string()),
  /** Sentences that the program's own check took out. */
  removed: z.array(z.string()),
});
export type JudgedReport = z.infer<typeof JudgedReport>;

export interface Known {
  readonly types: readonly DefectType[];
  /** The pages of a manual by its SHA-256, from page 1 on; undefined for one that is not there to read. */
  readonly pagesOf: (documentId: string) => readonly string[] | undefined;
  /** Names that may hold digits: the product's, the picture's. */
  readonly names: readonly string[];
}

export const judgeReport = (inspection: Inspection, report: Report, known: Known): JudgedReport => {
  const sentences = sentencesOf(report);
  const judged = sentences.map((sentence) => judgeSentence(sentence, inspection, known));
  const types = namedTypes(report, inspection, known.types);
  const supported = recordedTypes(inspection);
  return {
    language: report.language,
    writer: report.writer,
    isFallback: report.fallback !== undefined,
    emptySections: SECTIONS.filter((section) => report.sections[section].length === 0),
    saysVerdict: saysVerdict(report, inspection.verdict.kind),
    sentences: sentences.length,
    unsupported: judged.flatMap(({ isSupported, text }) => (isSupported ? [] : [text])),
    numbers: judged.reduce((sum, { numbers }) => sum + numbers, 0),
    stray: judged.flatMap(({ stray, text }) => stray.map((number) => ({ number, text }))),
    quotations: judged.reduce((sum, { quotations }) => sum + quotations, 0),
    notLiteral: judged.flatMap(({ notLiteral }) => notLiteral),
    types,
    strayTypes: types.filter((type) => !supported.has(type)),
    removed: report.removed.map(({ reason, text }) => `${reason}: ${text}`),
  };
};

/** All that a reader is told: the summary and the next step too. */
const sentencesOf = ({ summary, next, sections }: Report): Sentence[] => [
  ...(summary ? [summary] : []),
  ...SECTIONS.flatMap((section) => sections[section]),
  ...(next ? [next] : []),
];

const judgeSentence = ({ text, evidence: ids }: Sentence, inspection: Inspection, known: Known) => {
  const byId = new Map(inspection.evidence.map((evidence) => [evidence.id, evidence]));
  const cited = ids.flatMap((id) => byId.get(id) ?? []);
  const names = [...known.names, ...cited.flatMap(textsIn)];
  const numbers = spokenNumbers(text, names);
  const recorded = recordedNumbers(inspection, cited);
  const quotations = quotationsOf(text).map((words) => isExact(words, cited, known));
  return {
    text,
    isSupported: ids.length > 0 && cited.length === ids.length,
    numbers: numbers.length,
    stray: numbers.filter((number) => !isRecorded(number, recorded)).map(({ digits }) => digits),
    quotations: quotations.filter((exact) => exact !== undefined).length,
    notLiteral: quotationsOf(text).filter((_, i) => quotations[i] === false),
  };
};

/** Undefined where the manual cannot be read here: neither right nor wrong. */
const isExact = (words: string, cited: readonly Evidence[], { pagesOf }: Known): boolean | undefined => {
  const manuals = cited.filter((evidence) => evidence.kind === "manual");
  const others = cited.filter(({ kind }) => kind === "history" || kind === "opinion");
  if (others.flatMap(textsIn).some((said) => standsOn(said, words))) return true;
  const pages = manuals.map(({ documentId, page }) => {
    const read = pagesOf(documentId);
    return read && (read[page - 1] ?? "");
  });
  if (pages.some((page) => page !== undefined && standsOn(page, words))) return true;
  return pages.includes(undefined) ? undefined : false;
};
