// Whether what a sentence says of the verdict, in words, is the verdict. A denied verdict is a claim too: "did not
// pass" holds for every verdict but a pass.
import type { VerdictKind } from "../../domain/verdict.ts";
import { clausesOf, isNegated } from "./clauses.ts";
import type { Check } from "./fault.ts";
import { IS_GENERAL, VERDICT_WORDS } from "./verdict-words.ts";

export const verdictFault: Check = ({ text }, { verdict }) => {
  for (const clause of clausesOf(text)) {
    if (IS_GENERAL.test(clause)) continue;
    const wrong = VERDICT_WORDS.flatMap((words) => claimsIn(clause, words)).find(
      (claim) => (claim.verdict === verdict.kind) === claim.isDenied,
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

const claimsIn = (clause: string, { verdict, patterns }: (typeof VERDICT_WORDS)[number]): readonly Claim[] =>
  patterns.flatMap((pattern) => {
    const match = pattern.exec(clause);
    if (!match) return [];
    return [
      { verdict, isDenied: isNegated(clause, match) || NEGATED_INSIDE.test(match[0]), words: match[0] },
    ];
  });

const NEGATED_INSIDE =
  /\b(?:not|never|n't|cannot|no longer|neither|nor|hardly|far from|fail(?:s|ed)? to)\b|n't\b/u;
