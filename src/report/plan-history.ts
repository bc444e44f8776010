// What fixed it last time: the recorded actions on the same defect type of the same product.
import type { ReportFacts } from "./facts.ts";
import { evidenceOfKind } from "./plan-evidence.ts";
import { typeNames } from "./plan-manual.ts";
import type { Point } from "./points.ts";

/** Further actions are left to the table of evidence. */
const MOST_ACTIONS = 3;

export const planHistory = (facts: ReportFacts): readonly Point<"pastAction">[] =>
  evidenceOfKind(facts, "history").flatMap(({ id, defectType, actions }) => {
    const type = typeNames(facts, defectType) ?? { ko: defectType, en: defectType };
    return actions
      .slice(0, MOST_ACTIONS)
      .map((past) => ({ kind: "pastAction" as const, type, past, evidence: [id] }));
  });
