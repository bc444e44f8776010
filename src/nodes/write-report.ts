// Phrases the plan in the reader's language. The rule writer needs no model and is always there; a language
// model that was asked for and cannot do it gives way to it, and the report says so.
import { RULE_WRITER } from "../domain/language-model.ts";
import type { Report } from "../domain/report.ts";
import { GumsaError } from "../errors.ts";
import { writeReportPrompt } from "../llm/prompts/write-report.ts";
import { planReport } from "../report/plan.ts";
import { writeByRules } from "../report/rule-writer.ts";
import { askWriter, type WriterDeps } from "./ask-writer.ts";
import { reportFacts } from "./check-context.ts";
import { picturesFor } from "./model-pictures.ts";
import type { InspectionFacts, InspectionNode, NodeRun } from "./node.ts";
import { endOf, isOver } from "./time-left.ts";

export const writeReport =
  (deps: WriterDeps): InspectionNode =>
  async (facts, run) => {
    const { writer, language } = facts.request;
    const ruled = writeByRules(planReport(reportFacts(facts)), language);
    if (writer === RULE_WRITER) return { report: ruled };
    try {
      return { report: await writeByModel(ruled, facts, { ...deps, ...run }) };
    } catch (error) {
      if (!(error instanceof GumsaError) || error.code === "cancelled") throw error;
      return { report: { ...ruled, fallback: { writer, code: error.code, reason: error.message } } };
    }
  };

const writeByModel = async (
  ruled: Report,
  facts: InspectionFacts,
  deps: WriterDeps & NodeRun,
): Promise<Report> => {
  if (isOver(endOf(facts.request)))
    throw new GumsaError("llm_timeout", "The inspection's deadline was over before the model was asked.");
  const model = await deps.chat.open(facts.request.writer, { signal: deps.signal });
  const shown = await picturesFor(model, facts, deps);
  const prompt = writeReportPrompt({
    language: facts.request.language,
    evidence: facts.evidence,
    sections: ruled.sections,
    pictures: shown.map(({ role }) => role),
  });
  const pictures = shown.map(({ picture }) => picture);
  return askWriter({ prompt, pictures, model, ruled, facts }, deps);
};
