import type { ReportFacts } from "../report/facts.ts";
import { planReport } from "../report/plan.ts";
import { writeByRules } from "../report/rule-writer.ts";
import { type InspectionFacts, type InspectionNode, known } from "./node.ts";

/** Phrases the plan in the reader's language. The rule writer needs no model and is always there. */
export const writeReport = (): InspectionNode => async (facts) => ({
  report: writeByRules(planReport(reportFacts(facts)), facts.request.language),
});

/** What a report may speak of. */
export const reportFacts = ({
  capture,
  verdict,
  images,
  readers,
  evidence,
  regions,
  product,
}: InspectionFacts): ReportFacts => ({
  verdict: known(verdict, "the verdict"),
  capture: known(capture, "the capture grade"),
  images: images.map(({ image }) => image),
  readers,
  evidence,
  regions,
  product,
});
