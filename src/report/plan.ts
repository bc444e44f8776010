// What the report says, before any language says it: for each section the points with their numbers and evidence
// ids. Both languages and every writer phrase the same plan, so that they carry the same facts.
import type { NextStep, Section, Severity } from "../domain/report.ts";
import type { ReportFacts } from "./facts.ts";
import { planActions, planCauses, planPrevention } from "./plan-advice.ts";
import { planNext, planSeverity, planSummary } from "./plan-headline.ts";
import { planStatus } from "./plan-status.ts";
import type { Point } from "./points.ts";

export interface ReportPlan {
  readonly summary: Point<"summary">;
  readonly severity: Severity;
  readonly next: { readonly who: NextStep["who"]; readonly point: Point<"nextStep"> };
  readonly sections: Readonly<Record<Section, readonly Point[]>>;
}

/** Every section gets at least one point. Throws when there is no evidence at all, on which no sentence can stand. */
export const planReport = (facts: ReportFacts): ReportPlan => ({
  summary: planSummary(facts),
  severity: planSeverity(facts),
  next: planNext(facts),
  sections: {
    status: planStatus(facts),
    causes: planCauses(facts),
    actions: planActions(facts),
    prevention: planPrevention(facts),
  },
});
