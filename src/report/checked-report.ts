// The report that is recorded: a draft by any writer, checked, with the rule writer's own sentences wherever the
// check left a section empty. Those are checked as well; a section is never empty.
import { RULE_WRITER } from "../domain/language-model.ts";
import { type Report, SECTIONS, type Section, type Sentence } from "../domain/report.ts";
import { type CheckContext, checkReport, emptySections } from "./check-report.ts";
import { holdsModelText, withdrawn } from "./model-draft.ts";
import type { ReportPlan } from "./plan.ts";
import { writeByRules, writePoint } from "./rule-writer.ts";

export const checkedReport = (draft: Report, plan: ReportPlan, context: CheckContext): Report => {
  const rules = writeByRules(plan, draft.language);
  const checked = checkReport(draft, context, rules);
  const empty = emptySections(checked);
  if (empty.length === 0) return checked;
  const ruled = checkedRules(plan, rules, context);
  if (draft.writer !== RULE_WRITER && !holdsModelText(checked, ruled)) return withdrawn(checked, ruled);
  const sections = { ...checked.sections };
  for (const section of empty) sections[section] = ruled[section];
  const replaced = empty.filter((section) => draft.sections[section].length > 0);
  const isNoted = draft.writer !== RULE_WRITER && replaced.length > 0;
  return { ...checked, sections, ...(isNoted && { replaced }) };
};

const checkedRules = (plan: ReportPlan, rules: Report, context: CheckContext): Report["sections"] => {
  const { sections } = checkReport(rules, context, rules);
  for (const section of SECTIONS) {
    if (sections[section].length === 0) sections[section] = [admission(plan, section, rules)];
  }
  return sections;
};

/** Says that nothing passed. It stands on what the section was to stand on. */
const admission = (plan: ReportPlan, section: Section, { language }: Report): Sentence => {
  const evidence = plan.sections[section].flatMap((point) => point.evidence);
  return writePoint({ kind: "nothingSupported", section, evidence: [...new Set(evidence)] }, language);
};
