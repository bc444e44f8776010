// Whether "above" and "below" are the right way round: the score beside its threshold, the p-value beside α, and two
// numbers with a sign between them.
import type { Fact } from "../../domain/follow-up.ts";
import { clausesOf, isNegated } from "./clauses.ts";
import type { Check } from "./fault.ts";

type Direction = "above" | "below";

const COMPARATORS: Readonly<Record<Direction, RegExp>> = {
  above:
    /\b(?:above|over|beyond|exceed(?:s|ed|ing)?|(?:higher|greater|larger|more|bigger) than|surpass(?:es|ed)?|outside|past|in excess of|(?:tops|topped|tripped)|(?:reach|cross|pass)(?:es|ed)? (?:the|its) (?:threshold|limit)|(?<=\b(?:threshold|limit)(?: of [\d.]+)? (?:was|is|has been)(?: not| never)? )(?:reached|crossed|passed|broken))\b|(?<=(?:기준값|임계값|한계값|한도)[^ ]*에 )(?:도달|닿|이르)|보다 (?:[가-힣]+ )?(?:높|크|큽|큰|커)|초과|넘(?=[는어습고었지])|웃도|웃돌|웃돕|상회|뛰어넘|훌쩍 넘|위(?:에 있|에 놓|로 올라|입니다)|벗어(?=나|난|났)|이상(?=으로|입니다|이며|이고)/u,
  below:
    /\b(?:below|under|beneath|inside|safe side|(?:keeps?|kept|respects?|respected|observes?|observed) (?:to )?the (?:limit|threshold)|(?<=\b(?:threshold|limit) (?:was|is|has been)(?: not| never)? )(?:kept|respected|observed|met)|clear of|within|at most|short of|(?:less|lower|smaller) than|fall(?:s|en)? short)\b|보다 (?:[가-힣]+ )?(?:낮|작|적)|이하|미만|아래(?:에|로|입|였|이)|안(?:쪽)?에 (?:있|머물|들|놓)|밑돌|밑도|밑돕|(?<=(?:기준값|임계값|한계값|한도)[을를] )(?:지켰|지키|준수)|하회|이내|못 미치|미치지 못/u,
};
const LEVEL = /유의 ?수준|significance level|\balpha\b|α/u;
const P_VALUE = /\bp[- ]?value\b|p ?값|p-값/u;
const LIMIT = /\b(?:threshold|limit)\b|기준값|임계값|한계값|문턱값|한도/u;
/** The limit is the subject: "the threshold lies below the score". */
const TURNED =
  /\b(?:threshold|limit|significance level)\b.*\b(?:above|over|beyond|below|under|than)(?: the| its)? (?:\w+ )?(?:score|p-value)\b|(?:기준값|임계값|한도|유의 수준)[은는이가] (?:[가-힣]+ )?(?:점수|p값)보다/u;
const SYMBOL = /(\d[\d,]*(?:\.\d+)?)\s*(<=|>=|[<>≤≥])\s*(\d[\d,]*(?:\.\d+)?)/gu;

export const relationFault: Check = ({ text, evidence }, context) => {
  const cited = context.evidence.filter(({ id }) => evidence.includes(id));
  for (const clause of clausesOf(text)) {
    const claim = directionIn(clause);
    const truth = claim && truthOf(clause, cited);
    const isTrue = truth === undefined || (truth === claim?.direction) !== TURNED.test(clause);
    if (claim && !isTrue) return { reason: "evidence_contradicted", detail: claim.words };
  }
  const wrong = [...text.normalize("NFC").matchAll(SYMBOL)].find(
    ([, one = "", sign = "", other = ""]) => !holds(one, sign, other),
  );
  return wrong && { reason: "evidence_contradicted", detail: wrong[0] };
};

const directionIn = (clause: string): { direction: Direction; words: string } | undefined => {
  for (const direction of ["above", "below"] as const) {
    const match = COMPARATORS[direction].exec(clause);
    if (!match) continue;
    const isTurned =
      isNegated(clause, match) ||
      /못 미치|미치지 못|short of/u.test(match[0]) !==
        (direction === "below" && /못 미치|미치지 못|short of/u.test(match[0]));
    return { direction: isTurned ? (direction === "above" ? "below" : "above") : direction, words: match[0] };
  }
  return undefined;
};

/** Undefined where the cited evidence says nothing of it, or not with one voice. */
const truthOf = (clause: string, cited: readonly Fact[]): Direction | undefined => {
  const truths = isOnLevel(clause)
    ? cited.flatMap(isAboveLevel)
    : LIMIT.test(clause)
      ? cited.flatMap(isAboveLimit)
      : [];
  if (new Set(truths).size !== 1) return undefined;
  return truths[0] ? "above" : "below";
};

const isOnLevel = (clause: string): boolean =>
  LEVEL.test(clause) || (P_VALUE.test(clause) && (LIMIT.test(clause) || /\d ?%/u.test(clause)));

const isAboveLevel = (item: Fact): boolean[] =>
  "pValue" in item && "alpha" in item && item.pValue !== undefined && item.alpha !== undefined
    ? [item.pValue > item.alpha]
    : [];

const isAboveLimit = (item: Fact): boolean[] =>
  "distance" in item && "threshold" in item && item.distance !== undefined && item.threshold !== undefined
    ? [item.distance > item.threshold]
    : [];

const holds = (one: string, sign: string, other: string): boolean => {
  const [left, right] = [one, other].map((digits) => Number(digits.replaceAll(",", "")));
  if (left === undefined || right === undefined) return true;
  if (left === right) return true; // rounding may have made them equal
  return sign.startsWith("<") || sign === "≤" ? left < right : left > right;
};
