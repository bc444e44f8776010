// What came of phrases: boxes, and phrases that mean nothing for this product.
import { CASES } from "../domain/grounding.ts";
import type { ReportFacts } from "./facts.ts";
import { evidenceOfKind } from "./plan-evidence.ts";
import { typeNames } from "./plan-manual.ts";
import type { Point } from "./points.ts";
import { unquoted } from "./quotations.ts";

/** More are left to the table of evidence. */
const MOST_BOXES = 3;

export const planGrounded = (facts: ReportFacts): readonly Point[] => [
  ...evidenceOfKind(facts, "grounded")
    .slice(0, MOST_BOXES)
    .map(
      ({ id, words, isNegated, defectType, box, pValue, alpha, references, isSupported }): Point => ({
        kind: "groundedBox",
        words: unquoted(words),
        isNegated,
        type: typeNames(facts, defectType),
        box,
        pValue,
        alpha,
        references,
        isSupported,
        evidence: [id],
      }),
    ),
  ...evidenceOfKind(facts, "phrases").flatMap(({ id, asked, grounder }): readonly Point[] => {
    const phrases = asked.filter(({ unknown }) => unknown !== undefined).map(({ words }) => unquoted(words));
    const model = grounder === CASES ? undefined : unquoted(grounder);
    return phrases.length === 0 ? [] : [{ kind: "unknownPhrases", phrases, model, evidence: [id] }];
  }),
];
