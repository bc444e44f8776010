// A report as a language model phrased it: what is put before the check, and what becomes of it when the check
// leaves nothing.
import { type ModelUse, RULE_WRITER } from "../domain/language-model.ts";
import { type Report, SECTIONS } from "../domain/report.ts";

type Sections = Report["sections"];

/** The sentence with the verdict is never the model's: it stays, first and as the rules phrase it. */
export const draftByModel = (ruled: Report, phrased: Sections, modelUse: ModelUse): Report => ({
  ...ruled,
  writer: modelUse.model,
  modelUse,
  sections: { ...phrased, status: [...ruled.sections.status.slice(0, 1), ...phrased.status] },
});

/** Whether the check left any sentence of the model's own. */
export const holdsModelText = ({ sections }: Report, ruled: Sections): boolean => {
  const verdict = ruled.status[0]?.text; // the plan begins with it
  return SECTIONS.some((section) => sections[section].some(({ text }) => text !== verdict));
};

/** The rule writer's report in its place, with what was removed and the reason. */
export const withdrawn = (checked: Report, ruled: Sections): Report => ({
  ...checked,
  writer: RULE_WRITER,
  sections: ruled,
  replaced: [...SECTIONS],
  fallback: {
    writer: checked.writer,
    code: "llm_unusable",
    reason: "The check against the evidence removed every sentence.",
  },
});
