// Proves that two reports of one inspection, in two languages or by two writers, carry the same facts: in each
// section the same evidence ids, numbers with their units, defect types, places and quotations. Words are not compared.
import { type Report, SECTIONS, type Sentence } from "../domain/report.ts";
import { carriedBy } from "./check/carried-numbers.ts";
import { proseOf } from "./check/clauses.ts";
import type { CheckContext } from "./check/fault.ts";
import { withoutNames } from "./check/number-claims.ts";
import { placesIn } from "./check/place-words.ts";
import { numbersIn } from "./check/sentence-numbers.ts";
import { typesIn } from "./check/type-claims.ts";
import { quotationsIn, withoutQuotations } from "./quotations.ts";

export interface FactDifference {
  /** Facts that only one of them states, such as `status [A1] number 12.4`. */
  readonly onlyInFirst: readonly string[];
  readonly onlyInSecond: readonly string[];
}

/** Both lists are empty when the reports carry the same facts, each as often. */
export const differingFacts = (first: Report, second: Report, context: CheckContext): FactDifference => {
  const [one, other] = [statedFacts(first, context), statedFacts(second, context)];
  return { onlyInFirst: without(one, other), onlyInSecond: without(other, one) };
};

/** Every fact of a report, in order. */
const statedFacts = ({ summary, next, sections }: Report, context: CheckContext): readonly string[] => [
  ...(summary ? factsOf("summary", summary, context) : []),
  ...(next ? factsOf(`next ${next.who}`, next, context) : []),
  ...SECTIONS.flatMap((section) =>
    sections[section].flatMap((sentence) => factsOf(section, sentence, context)),
  ),
];

const factsOf = (place: string, sentence: Sentence, context: CheckContext): readonly string[] => {
  const { text, evidence } = sentence;
  const plain = withoutNames(withoutQuotations(text), carriedBy(evidence, context));
  const facts = [
    "cited",
    ...numbersIn(plain).map(({ value, unit }) => `number ${value}${unit ?? ""}`),
    ...placesIn(proseOf(text)).map(({ row, column }) => `place ${row}-${column}`),
    ...typesIn(text, context).map((type) => `type ${type}`),
    ...quotationsIn(text).map((words) => `quotation ${words}`),
  ];
  return facts.map((fact) => `${place} [${evidence.join(" ")}] ${fact}`);
};

/** What is left of the first list when each fact of the second has taken one away. */
const without = (facts: readonly string[], others: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(other, (counts.get(other) ?? 0) + 1);
  return facts.filter((fact) => {
    const count = counts.get(fact) ?? 0;
    counts.set(fact, count - 1);
    return count <= 0;
  });
};
