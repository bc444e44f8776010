// Takes out of a report what its evidence does not carry, whoever wrote it, and lists what was taken out and why. A
// sentence stays when the evidence it cites exists, every number in it is a number of that evidence (or of a
// region that the evidence supports, or a picture's size), every quotation stands on a cited page, and a model's
// opinion is told as one.
import type { BlobId } from "../domain/image-ref.ts";
import type { Product } from "../domain/product.ts";
import {
  type RemovedSentence,
  type Report,
  SECTIONS,
  type Section,
  type Sentence,
} from "../domain/report.ts";
import { type Carried, carriedBy, isCarriedAs, type Sources } from "./carried-numbers.ts";
import { opinionsAsFacts } from "./opinions.ts";
import { quotationsIn, standsOn, withoutQuotations } from "./quotations.ts";
import { numbersIn } from "./sentence-numbers.ts";

export interface CheckContext extends Sources {
  /** The text of a manual's page; undefined when there is no such page. */
  readonly pageText: (documentId: BlobId, page: number) => string | undefined;
}

type Fault = Pick<RemovedSentence, "reason" | "detail">;

export const checkReport = (report: Report, context: CheckContext): Report => {
  const removed: RemovedSentence[] = [...report.removed];
  const keep = (section: Section): Sentence[] =>
    report.sections[section].filter((sentence) => {
      const fault = faultOf(sentence, context);
      if (fault !== undefined) removed.push({ section, text: sentence.text, ...fault });
      return fault === undefined;
    });
  const [status, causes, actions, prevention] = [
    keep("status"),
    keep("causes"),
    keep("actions"),
    keep("prevention"),
  ];
  return { ...report, sections: { status, causes, actions, prevention }, removed };
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

const faultOf = (sentence: Sentence, context: CheckContext): Fault | undefined =>
  evidenceFault(sentence, context) ??
  opinionFault(sentence, context) ??
  quotationFault(sentence, context) ??
  numberFault(sentence, context);

const evidenceFault = ({ evidence }: Sentence, context: CheckContext): Fault | undefined => {
  if (evidence.length === 0) return { reason: "no_evidence", detail: "The sentence cites no evidence." };
  const known = new Set(context.evidence.map(({ id }) => id));
  const unknown = evidence.filter((id) => !known.has(id));
  return unknown.length === 0 ? undefined : { reason: "unknown_evidence", detail: unknown.join(", ") };
};

const opinionFault = (sentence: Sentence, { evidence }: CheckContext): Fault | undefined => {
  const opinions = opinionsAsFacts(sentence, evidence);
  return opinions.length === 0 ? undefined : { reason: "opinion_as_fact", detail: opinions.join(", ") };
};

const quotationFault = ({ text, evidence }: Sentence, context: CheckContext): Fault | undefined => {
  const pages = context.evidence
    .filter((entry) => entry.kind === "manual" && evidence.includes(entry.id))
    .flatMap((entry) =>
      entry.kind === "manual" ? (context.pageText(entry.documentId, entry.page) ?? []) : [],
    );
  const altered = quotationsIn(text).find((quotation) => !pages.some((page) => standsOn(quotation, page)));
  return altered === undefined ? undefined : { reason: "quotation_not_on_page", detail: altered };
};

const numberFault = ({ text, evidence }: Sentence, context: CheckContext): Fault | undefined => {
  const carried = carriedBy(evidence, context);
  const unsupported = numbersIn(withoutNames(withoutQuotations(text), carried)).find(
    (stated) => !carried.numbers.some((number) => isCarriedAs(stated, number)),
  );
  return unsupported === undefined
    ? undefined
    : { reason: "number_without_evidence", detail: unsupported.text };
};

/** A name is only a name where no digit or Latin letter continues it: `A1` is not in `A12`, nor in `BA1`. */
const withoutNames = (text: string, { names }: Carried): string =>
  names.reduce(
    (rest, name) =>
      rest.replace(
        new RegExp(
          `(?<![\\p{N}\\p{Script=Latin}.])${escaped(name)}(?![\\p{N}\\p{Script=Latin}]|[.,]\\d)`,
          "gu",
        ),
        " ",
      ),
    text,
  );

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
