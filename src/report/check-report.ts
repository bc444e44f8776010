// Takes out of a report what its evidence does not carry, whoever wrote it, and lists what was taken out and why. A
// sentence stays when the evidence it cites exists and carries its numbers, quotations, defect types and places, when
// its words agree with the verdict and the measurements, when it speaks of this part without false certainty, and when
// enough of its words are of a report's subjects or of what it cites.
// What it cannot see: a wrong cause or remedy that is told in words of the cited passage or of reports.

import type { Product } from "../domain/product.ts";
import {
  type RemovedSentence,
  type Report,
  SECTIONS,
  type Section,
  type Sentence,
} from "../domain/report.ts";
import { captureFault } from "./check/capture-claims.ts";
import { certaintyFault } from "./check/certainty.ts";
import { evidenceFault, opinionFault } from "./check/cited-evidence.ts";
import type { Check, CheckContext, Fault } from "./check/fault.ts";
import { findingFault } from "./check/finding-claims.ts";
import { groundedFault } from "./check/grounded.ts";
import { numberFault } from "./check/number-claims.ts";
import { otherSubjectFault } from "./check/other-subject.ts";
import { withoutPictureNames } from "./check/picture-names.ts";
import { placeFault } from "./check/place-claims.ts";
import { quotationFault } from "./check/quotation-claims.ts";
import { relationFault } from "./check/relations.ts";
import { typeFault } from "./check/type-claims.ts";
import { verdictFault } from "./check/verdict-claims.ts";
import { OPINION_LABELS } from "./opinions.ts";

export type { CheckContext } from "./check/fault.ts";

/** Of what a sentence stands on. */
const GROUNDS: readonly Check[] = [evidenceFault, opinionFault, quotationFault, numberFault];
/** Of what it says in words. */
const CLAIMS: readonly Check[] = [
  otherSubjectFault,
  verdictFault,
  findingFault,
  relationFault,
  typeFault,
  placeFault,
  captureFault,
  certaintyFault,
  groundedFault,
];

/**
 * `ruled` is what the rule writer says of the same record. Its words are made of the evidence, so only their grounds are
 * looked at: a product may call its defects by any word that the rules use ("score", 점).
 */
export const checkReport = (report: Report, context: CheckContext, ruled?: Report): Report => {
  const removed: RemovedSentence[] = [...report.removed];
  const phrasedByRules = new Set(ruled === undefined ? [] : sentencesOf(ruled).map(keyOf));
  const isKept = (sentence: Sentence, section: Section): boolean => {
    const leftOut = phrasedByRules.has(keyOf(sentence)) ? CLAIMS : [];
    const fault = faultOf(sentence, context, section, leftOut);
    if (fault !== undefined) removed.push({ section, text: sentence.text, ...fault });
    return fault === undefined;
  };
  const { summary, next, ...rest } = report;
  const sections = { ...report.sections };
  for (const section of SECTIONS)
    sections[section] = report.sections[section].filter((sentence) => isKept(sentence, section));
  return {
    ...rest,
    ...(summary && isKept(summary, "status") && { summary }),
    ...(next && isKept(next, "actions") && { next }),
    sections,
    removed,
  };
};

/** The names of a product that may hold digits without stating a number. */
export const namesOf = (product: Product | null): readonly string[] => {
  if (product === null) return [];
  const types = product.types.flatMap(({ code, names, synonyms }) => [
    code,
    ...Object.values(names),
    ...synonyms.ko,
    ...synonyms.en,
  ]);
  return [product.id, ...Object.values(product.names), ...product.views, ...types];
};

export const emptySections = (report: Report): readonly Section[] =>
  SECTIONS.filter((section) => report.sections[section].length === 0);

const sentencesOf = ({ summary, next, sections }: Report): readonly Sentence[] => [
  ...(summary ? [summary] : []),
  ...(next ? [next] : []),
  ...SECTIONS.flatMap((section) => sections[section]),
];

const keyOf = ({ text, evidence }: Sentence): string => JSON.stringify([text, evidence]);

/** The first thing that is wrong with a sentence. An opinion, told as one, may claim what it likes but numbers. */
export const faultOf = (
  sentence: Sentence,
  context: CheckContext,
  section: Section,
  leftOut: readonly Check[] = [],
): Fault | undefined => {
  const claims = isOpinion(sentence, context) ? [] : CLAIMS.filter((check) => !leftOut.includes(check));
  const unnamed = { ...sentence, text: withoutPictureNames(sentence.text, context) };
  for (const check of [...GROUNDS, ...claims]) {
    const fault = check(READ_WHOLE.has(check) ? sentence : unnamed, context, section);
    if (fault) return fault;
  }
  return undefined;
};

/** What a picture's file is called claims nothing, but whether it is a known one is asked; so is what a sentence stands on. */
const READ_WHOLE: ReadonlySet<Check> = new Set([...GROUNDS, otherSubjectFault, groundedFault]);

const isOpinion = ({ text, evidence }: Sentence, context: CheckContext): boolean =>
  Object.values(OPINION_LABELS).some((label) => text.toLowerCase().replaceAll("’", "'").includes(label)) &&
  context.evidence.filter(({ id }) => evidence.includes(id)).every(({ kind }) => kind === "opinion");
