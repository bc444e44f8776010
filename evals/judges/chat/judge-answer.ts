// Whether an answer says what it must, and nothing of the verdict that is not so. It reads the words as a person
// would: digits rounded as they are written, verdicts by name, quotations set aside.
import type { ChatMessage } from "../../../src/domain/chat.ts";
import type { VerdictKind } from "../../../src/domain/verdict.ts";
import { withoutQuotations } from "../report/quoted.ts";
import { spokenNumbers } from "../report/spoken-numbers.ts";
import type { Expectation } from "./expected.ts";

/** More than this is no answer but a report. */
const MOST_SENTENCES = 7;

/** What is wrong with it; nothing where it is right. */
export const answerFaults = (message: ChatMessage, expected: Expectation): readonly string[] => {
  const stated = message.sentences.filter(({ isNote }) => !isNote);
  const text = stated.map((sentence) => withoutQuotations(sentence.text)).join(" ");
  if (expected.isUnrecorded) return unrecordedFaults(message, stated.length);
  const known = new Set(message.evidence.map(({ id }) => id));
  return [
    ...(expected.verdict === undefined ? [] : verdictFaults(text, expected.verdict)),
    ...(expected.numbers ?? []).flatMap((value) => (states(text, value) ? [] : [`does not state ${value}`])),
    ...(expected.words ?? []).flatMap((ways) =>
      ways.some((word) => message.text.includes(word)) ? [] : [`does not name ${ways.join(" or ")}`],
    ),
    ...(stated.some(({ evidence }) => evidence.length === 0) ? ["a sentence cites nothing"] : []),
    ...stated
      .flatMap(({ evidence }) => evidence)
      .filter((id) => !known.has(id))
      .map((id) => `cites ${id}, which it does not hold`),
    ...(stated.length > MOST_SENTENCES ? ["tells everything in place of an answer"] : []),
  ];
};

const unrecordedFaults = ({ text }: ChatMessage, stated: number): readonly string[] => [
  ...(/not (?:in|say|hold|recorded)|기록에 없/u.test(text)
    ? []
    : ["does not say that the record has nothing on it"]),
  ...(stated > 0 ? ["states something nevertheless"] : []),
];

const verdictFaults = (text: string, verdict: VerdictKind): readonly string[] => {
  const said = verdictsIn(text);
  return [
    ...(said.has(verdict) ? [] : [`does not say ${verdict}`]),
    ...[...said].filter((kind) => kind !== verdict).map((kind) => `says ${kind}`),
  ];
};

/** A sentence with a percentage speaks of rates, not of this part. */
const verdictsIn = (text: string): ReadonlySet<VerdictKind> => {
  const clauses = text.split(/(?<=[.:])\s/u).filter((clause) => !clause.includes("%"));
  const kinds = Object.entries(WORDS).flatMap(
    ([kind, pattern]) => (clauses.some((clause) => pattern.test(clause)) ? [kind as VerdictKind] : []), // a key of the table
  );
  return new Set(kinds);
};

const WORDS: Readonly<Record<VerdictKind, RegExp>> = {
  pass: /\b(?:pass(?:es|ed)?|accepted)\b|(?<!불)합격/iu,
  fail: /\b(?:fail(?:s|ed)?|rejected)\b|불합격/iu,
  review: /\breview\b|확인 필요/iu,
  retake: /\bretake\b|재촬영/iu,
};

const NAMES = /\b(?:insp|casting)_[\w]+|[\w-]+\.(?:pdf|jpe?g|png)\b/giu;

const states = (text: string, value: number): boolean =>
  spokenNumbers(text.replace(NAMES, " "), []).some(({ value: said, precision, isPercent }) => {
    const target = isPercent ? value * 100 : value;
    return Math.abs(said - target) <= precision * (1 + 1e-9) + 1e-12;
  });
