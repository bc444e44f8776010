// A comparison as a person reads it in a terminal: how many figures moved, what is not the same of the two runs, then
// every figure of the whole and each part that moved.
import type { Language } from "../src/domain/language.ts";
import { CHANGES, type Comparison, type Difference } from "./compare.ts";
import { formatted } from "./format.ts";
import { isWhole, scopeName } from "./scope.ts";
import type { Suite } from "./suite.ts";
import { aligned } from "./text.ts";
import { evalWords } from "./words.ts";

export const comparisonText = (
  comparison: Comparison,
  { figures: kinds }: Pick<Suite, "figures">,
  language: Language,
): string => {
  const words = evalWords(language);
  const { differences } = comparison;
  const shown = differences.filter((one) => isWhole(one) || !["noise", "same"].includes(one.change));
  const left = differences.length - shown.length;
  return [
    headline(comparison, language),
    causes(comparison),
    aligned([
      [words.figure, words.before, words.after, words.difference, words.interval, words.change],
      ...shown.map((one) => row(one, kinds, language)),
    ]),
    left > 0 ? words.unmoved(left) : "",
  ]
    .filter((part) => part !== "")
    .join("\n\n");
};

const headline = (comparison: Comparison, language: Language): string => {
  const words = evalWords(language);
  const { suite, common, onlyBefore, onlyAfter, isSameData, differences } = comparison;
  const counts = CHANGES.flatMap((change) => {
    const count = differences.filter((one) => one.change === change).length;
    return count === 0 ? [] : [`${words.changes[change]} ${count}`];
  });
  const facts = [
    words.common(common),
    ...(onlyBefore + onlyAfter > 0 ? [words.apart(onlyBefore, onlyAfter)] : []),
  ];
  return [
    `${suite}: ${counts.join(", ")} (${facts.join("; ")})`,
    ...(isSameData ? [] : [words.otherData]),
  ].join("\n");
};

/** Hashes are told apart by their beginnings. */
const MOST_LETTERS = 40;

const causes = ({ causes: found }: Comparison): string => {
  const short = (text: string): string =>
    text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text || "–";
  return found.map(({ name, before, after }) => `${name}: ${short(before)} → ${short(after)}`).join("\n");
};

const row = (
  { name, scope, before, after, difference, low, high, change }: Difference,
  kinds: Suite["figures"],
  language: Language,
): string[] => {
  const words = evalWords(language);
  const unit = kinds[name]?.unit ?? "count";
  const signed = (value: number): string => `${value > 0 ? "+" : ""}${formatted(value, unit)}`;
  const label = kinds[name]?.label[language] ?? name;
  return [
    scope.length === 0 ? label : `${scopeName(scope, language)}: ${label}`,
    formatted(before, unit),
    formatted(after, unit),
    signed(difference),
    words.range(signed(low), signed(high)),
    words.changes[change],
  ];
};
