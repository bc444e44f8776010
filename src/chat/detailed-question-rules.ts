// Rules that read more of a sentence than its topic: numbers, places, days, defect types.
import type { Clue, Rule } from "./clue.ts";
import type { Period } from "./reading.ts";

export const supposition: Rule = ({ has, numbers, ordinal, box, asked: { last } }) => {
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

export const explanation: Rule = ({ has, numbers, text }) => {
  const [number] = numbers;
  const isAsked = has("explain") || (has("why") && has("score", "threshold", "pValue"));
  if (!isAsked) return undefined;
  if (number && /\./u.test(text)) return { kind: "explain", number: number.value };
  if (has("pValue")) return { kind: "explain", number: "pValue" };
  if (has("threshold")) return { kind: "explain", number: "threshold" };
  return has("score") ? { kind: "explain", number: "distance" } : undefined;
};

export const statistics: Rule = ({ has, types, days, asked: { last } }) => {
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
export const manual: Rule = ({ has, text, types, asked }) => {
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

export const metadata: Rule = ({ text, asked }) => {
  const plain = text.toLowerCase();
  const named = asked.metadata.find((name) => plain.includes(name.toLowerCase()));
  return named === undefined ? undefined : { kind: "metadata", words: named };
};

export const region: Rule = ({ has, ordinal, asked: { last } }) => {
  if (has("howMany") && has("region")) return { kind: "regionCount" };
  if (!has("region", "where", "size") && ordinal === undefined) return undefined;
  const known = ordinal ?? (last?.kind === "region" || last?.kind === "look" ? last.ordinal : undefined);
  return { kind: "region", ordinal: known };
};

export const closerLook: Rule = ({ has, ordinal, box, asked: { last } }) => {
  const isShown = has("show") && (has("region", "where") || ordinal !== undefined || box !== undefined);
  if (!has("look") && !(isShown && !has("similar", "before", "manual", "howMany"))) return undefined;
  return { kind: "look", ordinal: ordinal ?? (last?.kind === "region" ? last.ordinal : undefined), box };
};

/** "And the second one?" asks the same of another. */
export const again: Rule = ({ ordinal, box, has, asked: { last } }) => {
  if (ordinal === undefined || last === undefined) return undefined;
  if (has("where", "size", "similar", "reference", "type", "score")) return undefined;
  if (last.kind === "look" || last.kind === "ignore") return { kind: last.kind, ordinal, box };
  return undefined;
};
