// The report that is recorded: a draft by any writer, checked, with the rule writer's own sentences wherever the
// check left a section empty. Those are checked as well; a section is never empty.
import type { Report, Section, Sentence } from "../domain/report.ts";
import { type CheckContext, checkReport, emptySections } from "./check-report.ts";
import type { ReportPlan } from "./plan.ts";
import { writeByRules, writePoint } from "./rule-writer.ts";

export const checkedReport = (draft: Report, plan: ReportPlan, context: CheckContext): Report => {
  const checked = checkReport(draft, context);
  const empty = emptySections(checked);
  if (empty.length === 0) return checked;
  const fallback = checkReport(writeByRules(plan, draft.language), context);
  const sections = { ...checked.sections };
  for (const section of empty) {
    const sound = fallback.sections[section];
    sections[section] = sound.length > 0 ? sound : [admission(plan, section, draft)];
  }
  return { ...checked, sections };
};

/** Says that nothing passed. It stands on what the section was to stand on. */
const admission = (plan: ReportPlan, section: Section, { language }: Report): Sentence => {
  const evidence = plan.sections[section].flatMap((point) => point.evidence);
  return writePoint({ kind: "nothingSupported", section, evidence: [...new Set(evidence)] }, language);
};
