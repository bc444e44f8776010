// The evidence is of one part in one inspection. A sentence about another part, lot, time or product, about a thing of
// the works that no evidence names, or one that names a file, a case or an inspection that the evidence does not hold,
// has nothing to stand on.
import { textsIn } from "./carried-numbers.ts";
import { proseOf } from "./clauses.ts";
import type { Check, CheckContext } from "./fault.ts";
import { OTHER_PARTS, OTHER_TIMES, OUT_OF_SIGHT, SPARED, WORKS } from "./other-words.ts";
import { ownTexts } from "./own-texts.ts";
import { thingsIn } from "./things.ts";

/** File names, case ids and inspection ids. */
const IDENTIFIERS =
  /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}_()/-]+\.(?:jpe?g|png|bmp|tiff?|webp|pdf)|insp_[0-9a-z]+|[a-z0-9-]+_[a-z0-9-]+_\d{3,})(?![a-z0-9])/giu;
const PRODUCT_ID =
  /(?:\bproduct (?:id |code |no\. )?|제품 (?:코드 |번호 )?)['"‘“]?([a-z][a-z0-9]*[-_][a-z0-9_-]+)/giu;
/** Stored cases and recorded actions are of earlier times. */
const OF_EARLIER = /\bcases?\b|\brecord(?:s|ed)?\b|사례|기록/u;

export const otherSubjectFault: Check = ({ text, evidence }, context) => {
  const prose = proseOf(text);
  const cited = context.evidence.filter(({ id }) => evidence.includes(id));
  const isOfEarlier = OF_EARLIER.test(prose) || cited.some(({ kind }) => kind === "history");
  const patterns = isOfEarlier ? ALWAYS : [...ALWAYS, ...OTHER_TIMES];
  const other = foreignWords(prose.replace(SPARED, " "), patterns, context) ?? foreignThing(prose, context);
  const named = other ?? unknownName(prose, [...cited.flatMap(textsIn), ...(context.names ?? [])]);
  return named === undefined ? undefined : { reason: "other_subject", detail: named };
};

const ALWAYS = [...OTHER_PARTS, ...WORKS, ...OUT_OF_SIGHT];

const foreignWords = (
  prose: string,
  patterns: readonly RegExp[],
  context: CheckContext,
): string | undefined => {
  const found = patterns.flatMap((pattern) => prose.match(pattern) ?? []);
  if (found.length === 0) return undefined;
  const own = ownTexts(context.evidence, context);
  return found.find((words) => !own.includes(words));
};

const foreignThing = (prose: string, context: CheckContext): string | undefined => {
  const named = thingsIn(prose);
  if (named.length === 0) return undefined;
  const known = new Set(thingsIn(ownTexts(context.evidence, context)).map(({ thing }) => thing));
  return named.find(({ thing }) => !known.has(thing))?.words;
};

const unknownName = (prose: string, carried: readonly string[]): string | undefined => {
  const known = carried.map((name) => name.toLowerCase());
  const isKnown = (name: string): boolean =>
    known.some((own) => own === name || own.endsWith(name) || own.includes(` ${name}`));
  const names = [
    ...[...prose.matchAll(IDENTIFIERS)].map(([name]) => name),
    ...[...prose.matchAll(PRODUCT_ID)].map(([, name = ""]) => name),
  ];
  return names.find((name) => !isKnown(name));
};
