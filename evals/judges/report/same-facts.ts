// Whether two reports on one picture, one Korean and one English, carry the same facts: the same evidence, numbers in
// digits and defect types. Each cites the manual of its own language, so that quotations are left out.
import type { Inspection } from "../../../src/domain/inspection.ts";
import { SECTIONS, type Report, type Section, type Sentence } from "../../../src/domain/report.ts";
import type { Known } from "./judge-report.ts";
import { namedTypes } from "./named-types.ts";
import { textsIn } from "./recorded-numbers.ts";
import { spokenNumbers } from "./spoken-numbers.ts";

export interface ReportedFacts {
  readonly inspection: Inspection;
  readonly report: Report;
}

/** One line a fact that only one of the two carries. */
export const differences = (one: ReportedFacts, other: ReportedFacts, known: Known): string[] => {
  const [first, second] = [factsOf(one, known), factsOf(other, known)];
  const missing = (from: ReadonlySet<string>, facts: ReadonlySet<string>, { report }: ReportedFacts) =>
    [...facts].filter((fact) => !from.has(fact)).map((fact) => `${fact}: only ${report.language}`);
  return [...missing(second, first, one), ...missing(first, second, other)];
};

const factsOf = ({ inspection, report }: ReportedFacts, { types, names }: Known): Set<string> => {
  const manuals = new Set(inspection.evidence.filter(({ kind }) => kind === "manual").map(({ id }) => id));
  const allNames = [...names, ...inspection.evidence.flatMap(textsIn)];
  const said = partsOf(report).flatMap(([part, sentences]) =>
    sentences
      .filter(({ evidence }) => !evidence.some((id) => manuals.has(id)))
      .flatMap(({ text, evidence }) => [
        ...evidence.map((id) => `${part} ${id}`),
        ...spokenNumbers(text, allNames).map(({ digits }) => `${part} ${digits}`),
      ]),
  );
  return new Set([...said, ...namedTypes(report, inspection, types).map((code) => `type ${code}`)]);
};

const partsOf = ({ sections, summary, next }: Report): [Section | "summary" | "next", Sentence[]][] => [
  ...SECTIONS.map((section): [Section, Sentence[]] => [section, sections[section]]),
  ["summary", summary ? [summary] : []],
  ["next", next ? [next] : []],
];
