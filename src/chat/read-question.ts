// Reads a question without a language model: from the concepts and things that it names to what it asks for. The
// first rule that applies decides; each sentence of a question is read by itself.
import type { DefectType } from "../domain/defect-type.ts";
import type { Language } from "../domain/language.ts";
import { VERDICTS, type VerdictKind } from "../domain/verdict.ts";
import type { Concept } from "./lexicon.ts";
import { matchConcepts } from "./match-concepts.ts";
import { type NamedThings, namedThings } from "./named-things.ts";
import type { Intent, Period, Reading, Topic } from "./reading.ts";
import { namesOf } from "./type-names.ts";

export interface Asked {
  readonly question: string;
  /** Of the record, for a question that is in no language: "A1?". */
  readonly usual: Language;
  readonly types: readonly DefectType[];
  /** Names under which the record keeps particulars: station, operator. */
  readonly metadata: readonly string[];
  /** What the question before was about. */
  readonly last: Intent | undefined;
}

export const readQuestion = (asked: Asked): Reading => {
  const text = asked.question.normalize("NFKC").replaceAll("’", "'");
  const sentences = text.split(/(?<=[?!;\n])|(?<=\.)(?=\s|$)/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const intents: Intent[] = [];
  for (const sentence of sentences) {
    const intent = intentOf(sentence, { ...asked, last: intents.at(-1) ?? asked.last });
    if (intent.kind === "unknown" || intent.kind === "greeting") continue;
    if (!intents.some((known) => JSON.stringify(known) === JSON.stringify(intent))) intents.push(intent);
  }
  const [whole] = intents.length > 0 ? intents : [intentOf(text, asked)];
  return {
    language: languageOf(text, asked.usual),
    intents: intents.length > 0 ? intents.slice(0, 3) : whole ? [whole] : [],
  };
};

const languageOf = (text: string, usual: Language): Language => {
  if (/\p{Script=Hangul}/u.test(text)) return "ko";
  return /[a-z]{2}/iu.test(text) ? "en" : usual;
};

interface Clue extends NamedThings {
  readonly has: (...concepts: readonly Concept[]) => boolean;
  readonly all: (...concepts: readonly Concept[]) => boolean;
  readonly foreign: number;
  readonly text: string;
  readonly asked: Asked;
}

const intentOf = (text: string, asked: Asked): Intent => {
  const names = [...asked.types.flatMap(namesOf), ...asked.metadata];
  const { concepts, foreign } = matchConcepts(text.toLowerCase(), names);
  const clue: Clue = {
    ...namedThings(text, asked.types),
    has: (...wanted) => wanted.some((concept) => concepts.has(concept)),
    all: (...wanted) => wanted.every((concept) => concepts.has(concept)),
    foreign,
    text,
    asked,
  };
  for (const rule of RULES) {
    const intent = rule(clue);
    if (intent) return intent;
  }
  return { kind: "unknown" };
};

type Rule = (clue: Clue) => Intent | undefined;
const topic =
  (kind: Topic, when: (clue: Clue) => boolean): Rule =>
  (clue) =>
    when(clue) ? { kind } : undefined;

/** More foreign words than this, and a familiar one says little. */
const MOST_FOREIGN = 0.5;
const isAbout = ({ foreign, has }: Clue): boolean => foreign <= MOST_FOREIGN && !has("outside");

const verdictRule =
  (when: (clue: Clue) => boolean, isPressed: boolean): Rule =>
  (clue) =>
    when(clue) ? { kind: "verdict", claimed: claimOf(clue), isPressed } : undefined;

/** What is taken for granted: one verdict named, and not denied. */
const claimOf = ({ has }: Clue): VerdictKind | undefined => {
  const named = VERDICTS.filter((kind) => has(kind));
  return named.length === 1 && !has("not") ? named[0] : undefined;
};

const supposition: Rule = ({ has, numbers, ordinal, box, asked: { last } }) => {
  const isSame = last?.kind === "suppose";
  if (has("ignore") && (has("region", "suppose", "where") || ordinal !== undefined || box !== undefined))
    return { kind: "ignore", ordinal, box };
  const [number] = numbers;
  const isAsked =
    has("suppose") &&
    (has("threshold", "alpha") || (number && !has("explain") && has("score", "pass", "fail", "verdict")));
  if (!isAsked && !(isSame && number && !has("why", "explain"))) return undefined;
  const isAlpha =
    has("alpha") || (!has("threshold") && (number?.isPercent ?? (isSame && last.what === "alpha")));
  return { kind: "suppose", what: isAlpha ? "alpha" : "threshold", value: number?.value };
};

const explanation: Rule = ({ has, numbers, text }) => {
  const [number] = numbers;
  const isAsked = has("explain") || (has("why") && has("score", "threshold", "pValue"));
  if (!isAsked) return undefined;
  if (number && /\./u.test(text)) return { kind: "explain", number: number.value };
  if (has("pValue")) return { kind: "explain", number: "pValue" };
  if (has("threshold")) return { kind: "explain", number: "threshold" };
  return has("score") ? { kind: "explain", number: "distance" } : undefined;
};

const statistics: Rule = ({ has, types, days, asked: { last } }) => {
  const period = periodOf({ has, days });
  const isCounted =
    has("howMany", "inspection", "pass", "fail", "review", "retake", "always") || types.length > 0;
  const isSame = last?.kind === "statistics";
  if (isSame && (period ?? types[0]) !== undefined && !has("manual", "similar", "why", "where"))
    return { kind: "statistics", period: period ?? last.period, type: types[0] ?? last.type };
  if (period === undefined || !isCounted) return undefined;
  return { kind: "statistics", period, type: types[0] };
};

const periodOf = ({ has, days }: Pick<Clue, "has" | "days">): Period | undefined => {
  if (days !== undefined) return { days };
  const named = (["today", "yesterday", "lastWeek", "week", "month"] as const).find((name) => has(name));
  return named ?? (has("always") ? "all" : undefined);
};

/** The manuals are searched by what is asked of them, not by the asking. */
const manual: Rule = ({ has, text, types, asked }) => {
  if (!has("manual")) return undefined;
  const section = (["causes", "actions", "prevention"] as const).find((name) => has(SECTION_CONCEPTS[name]));
  if (types.length === 0) return section ? { kind: section } : { kind: "manual", question: text.trim() };
  const isKorean = /\p{Script=Hangul}/u.test(text);
  const named = asked.types.filter(({ code }) => types.includes(code));
  const words = named.map(({ names }) => (isKorean ? names.ko : names.en));
  return {
    kind: "manual",
    question: [...words, ...(section ? [SECTION_WORDS[section][isKorean ? "ko" : "en"]] : [])].join(" "),
  };
};

const SECTION_CONCEPTS = { causes: "cause", actions: "action", prevention: "prevent" } as const;
const SECTION_WORDS = {
  causes: { ko: "원인", en: "causes" },
  actions: { ko: "조치", en: "actions" },
  prevention: { ko: "예방", en: "prevention" },
} as const;

const metadata: Rule = ({ text, asked }) => {
  const plain = text.toLowerCase();
  const named = asked.metadata.find((name) => plain.includes(name.toLowerCase()));
  return named === undefined ? undefined : { kind: "metadata", words: named };
};

const region: Rule = ({ has, ordinal, asked: { last } }) => {
  if (has("howMany") && has("region")) return { kind: "regionCount" };
  if (!has("region", "where", "size") && ordinal === undefined) return undefined;
  const known = ordinal ?? (last?.kind === "region" || last?.kind === "look" ? last.ordinal : undefined);
  return { kind: "region", ordinal: known };
};

const closerLook: Rule = ({ has, ordinal, box, asked: { last } }) => {
  const isShown = has("show") && (has("region", "where") || ordinal !== undefined || box !== undefined);
  if (!has("look") && !(isShown && !has("similar", "before", "manual", "howMany"))) return undefined;
  return { kind: "look", ordinal: ordinal ?? (last?.kind === "region" ? last.ordinal : undefined), box };
};

/** "And the second one?" asks the same of another. */
const again: Rule = ({ ordinal, box, has, asked: { last } }) => {
  if (ordinal === undefined || last === undefined) return undefined;
  if (has("where", "size", "similar", "reference", "type", "score")) return undefined;
  if (last.kind === "look" || last.kind === "ignore") return { kind: last.kind, ordinal, box };
  return undefined;
};

const RULES: readonly Rule[] = [
  ({ evidence }) => (evidence === undefined ? undefined : { kind: "evidence", id: evidence }),
  topic("help", ({ has }) => has("help") && !has("verdict", "threshold", "cause", "action")),
  verdictRule(
    ({ has }) => has("change") && has("verdict", "pass", "fail", "review", "retake") && !has("suppose"),
    true,
  ),
  supposition,
  statistics,
  explanation,
  again,
  closerLook,
  ({ inspection }) => (inspection === undefined ? undefined : { kind: "compare", other: inspection }),
  manual,
  ({ all, has }) =>
    all("compare", "before") && has("inspection", "product") ? { kind: "compare" } : undefined,
  topic(
    "history",
    ({ has, types }) =>
      has("before") && (has("action", "cause", "type") || (types.length > 0 && !has("inspection"))),
  ),
  topic("feedback", ({ has }) => has("feedback")),
  topic(
    "earlier",
    ({ has, foreign }) => has("before") && foreign <= MOST_FOREIGN && !has("prevent", "similar"),
  ),
  verdictRule(({ has }) => has("pressure") && has("pass", "fail", "review", "retake") && !has("why"), true),
  topic(
    "summary",
    ({ has, foreign }) => has("summary") && foreign <= MOST_FOREIGN && !has("outside") && !isNarrow(has),
  ),
  topic(
    "reference",
    (clue) =>
      (clue.has("reference") && !clue.has("references", "calibration", "howMany")) ||
      (clue.has("compare") && isAbout(clue) && !clue.has("similar", "score", "threshold")),
  ),
  topic("similar", (clue) => clue.has("similar") && isAbout(clue)),
  topic(
    "capture",
    (clue) => isAbout(clue) && (clue.has("capture") || (clue.has("picture") && clue.has("pass", "fail"))),
  ),
  topic("severity", (clue) => clue.has("severity") && isAbout(clue)),
  topic("prevention", (clue) => clue.has("prevent") && clue.foreign <= MOST_FOREIGN),
  topic("causes", (clue) => clue.has("cause") && isAbout(clue)),
  topic("next", (clue) => clue.has("next") && (isAbout(clue) || /\bwho\b|누가/iu.test(clue.text))),
  metadata,
  topic("actions", (clue) => clue.has("action") && !clue.has("why") && isAbout(clue)),
  topic(
    "calibration",
    (clue) =>
      isAbout(clue) &&
      clue.has("calibration", "alpha", "references") &&
      !clue.has("threshold", "score", "pValue"),
  ),
  topic("score", ({ has }) => has("score", "threshold", "pValue")),
  topic("boxes", (clue) => clue.has("boxes") && isAbout(clue)),
  topic("opinion", (clue) => clue.has("opinion") && isAbout(clue)),
  topic("readers", (clue) => clue.has("readers") && isAbout(clue)),
  topic("pictureSize", (clue) => clue.has("pixels") && !clue.has("region") && isAbout(clue)),
  ({ types, has, foreign }) =>
    types.length > 0 && foreign <= MOST_FOREIGN && !has("why", "where", "size", "howMany", "outside")
      ? { kind: "type", asked: types[0] }
      : undefined,
  ({ has, foreign }) =>
    has("type") && foreign <= MOST_FOREIGN && !has("outside") ? { kind: "type" } : undefined,
  topic(
    "reason",
    (clue) => clue.has("why") && (clue.has("pass", "fail", "review", "retake", "verdict") || isAbout(clue)),
  ),
  (clue) =>
    clue.has("outside") && !clue.has("verdict", "change") && !isPressedClaim(clue)
      ? { kind: "unknown" }
      : undefined,
  verdictRule(
    ({ has }) =>
      has("verdict", "pass", "fail", "review", "retake") &&
      !(has("where", "howMany", "size") && has("region")),
    false,
  ),
  topic("duration", (clue) => clue.has("duration") && isAbout(clue)),
  topic("inspectedAt", (clue) => clue.has("when") && isAbout(clue)),
  topic("file", (clue) => clue.has("file") && isAbout(clue)),
  topic("versions", (clue) => clue.has("version") && isAbout(clue)),
  (clue) => (isAbout(clue) ? region(clue) : undefined),
  topic("product", (clue) => clue.has("product") && isAbout(clue)),
  verdictRule(({ has }) => has("pressure", "change"), true),
  topic("greeting", ({ has }) => has("greeting")),
];

const isPressedClaim = ({ has }: Clue): boolean => has("pressure") && has(...VERDICTS);

/** Asked for one thing: "summarise the causes" is about causes. */
const isNarrow = (has: Clue["has"]): boolean =>
  has(
    "cause",
    "action",
    "prevent",
    "next",
    "similar",
    "capture",
    "type",
    "score",
    "threshold",
    "pValue",
    "severity",
    "where",
    "region",
    "reference",
    "calibration",
    "alpha",
    "boxes",
    "file",
    "when",
    "duration",
    "version",
    "pass",
    "fail",
    "why",
    "verdict",
    "size",
    "product",
    "references",
    "pixels",
    "opinion",
    "readers",
    "howMany",
  );
