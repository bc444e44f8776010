// Whether what a sentence says of the verdict, in words, is the verdict. A denied verdict is a claim too: "did not
// pass" holds for every verdict but a pass.
import type { VerdictKind } from "../../domain/verdict.ts";
import { textsIn } from "./carried-numbers.ts";
import { clausesOf, type Found, isNegated } from "./clauses.ts";
import { DISPOSITIONS, WITHHELD_AFTER, WITHHELD_BEFORE } from "./disposition-words.ts";
import type { Check } from "./fault.ts";
import { IS_CONDITION, IS_GENERAL, VERDICT_WORDS } from "./verdict-words.ts";

export const verdictFault: Check = ({ text, evidence }, context) => {
  const cited = context.evidence.filter(({ id }) => evidence.includes(id));
  const carried = cited.flatMap(textsIn).join("\n").toLowerCase();
  const clauses = clausesOf(text);
  for (const [index, clause] of clauses.entries()) {
    if (IS_GENERAL.test(clause) || IS_CONDITION.test(clauses[index - 1] ?? "")) continue;
    // A word of the cited passage may be what the manual says of the matter, not of this part.
    const dispositions = dispositionsIn(clause).filter(({ words }) => !carried.includes(words));
    const wrong = [...verdictsIn(clause), ...dispositions].find(
      (claim) => (claim.verdict === context.verdict.kind) === claim.isDenied,
    );
    if (wrong) return { reason: "verdict_disagrees", detail: wrong.words };
  }
  return undefined;
};

interface Claim {
  readonly verdict: VerdictKind;
  readonly isDenied: boolean;
  readonly words: string;
}

const verdictsIn = (clause: string): readonly Claim[] =>
  VERDICT_WORDS.flatMap(({ verdict, patterns }) =>
    foundIn(clause, patterns).map((match) => ({
      verdict,
      isDenied: isTurned(clause, match) || NEGATED_INSIDE.test(match[0]),
      words: match[0],
    })),
  );

/** An idiom goes first and is taken out: the "no" of "no objection" denies nothing else. */
const dispositionsIn = (clause: string): readonly Claim[] =>
  DISPOSITIONS.flatMap(({ verdict, idioms, words }) => {
    const claims = foundIn(clause, idioms).map((match) => ({ verdict, isDenied: false, words: match[0] }));
    const rest = idioms.reduce((text, idiom) => text.replace(idiom, " "), clause);
    return [
      ...claims,
      ...foundIn(rest, words).map((match) => ({
        verdict,
        isDenied: isTurned(rest, match) || NEGATED_INSIDE.test(match[0]),
        words: match[0],
      })),
    ];
  });

const foundIn = (clause: string, patterns: readonly RegExp[]): readonly RegExpExecArray[] =>
  patterns.map((pattern) => pattern.exec(clause)).filter((match) => match !== null);

const isTurned = (clause: string, found: Found): boolean =>
  isNegated(clause, found) ||
  WITHHELD_BEFORE.test(clause.slice(0, found.index)) ||
  WITHHELD_AFTER.test(clause.slice(found.index + found[0].length));

const NEGATED_INSIDE =
  /\b(?:not|never|n't|cannot|no longer|neither|nor|hardly|far from|fail(?:s|ed)? to)\b|n't\b/u;
