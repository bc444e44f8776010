// What is judged as one item: the reports on one picture, with all that the judge needs to know of them.
import { judgeReport } from "../../judges/report/judge-report.ts";
import { differences, type ReportedFacts } from "../../judges/report/same-facts.ts";
import type { Item } from "../../suite.ts";
import type { KnownOf } from "./known.ts";
import type { ReportResult } from "./score.ts";

export interface Subject extends Item {
  /** The code of a defect type, or `good`. */
  readonly truth: string | undefined;
  /** One in each language that there is; called when its turn comes. */
  readonly reports: () => Promise<readonly ReportedFacts[]>;
}

export const judgeSubject = async ({ truth, reports }: Subject, knownOf: KnownOf): Promise<ReportResult> => {
  const reported = await reports();
  const [first] = reported;
  if (!first) throw new TypeError("a subject has at least one report");
  const known = await knownOf(reported.map(({ inspection }) => inspection));
  const ko = reported.find(({ report }) => report.language === "ko");
  const en = reported.find(({ report }) => report.language === "en");
  return {
    verdict: first.inspection.verdict.kind,
    truth: truth ?? null,
    reports: reported.map(({ inspection, report }) => judgeReport(inspection, report, known)),
    differences: ko && en ? differences(ko, en, known) : null,
  };
};
