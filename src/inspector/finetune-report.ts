// The report that a model should have written: the one that was recorded and rated well where a model wrote it, else
// the rule writer's, both as the check left them.
import { RULE_WRITER } from "../domain/language-model.ts";
import type { Report } from "../domain/report.ts";
import type { FinetuneSample } from "./inputs.ts";
import { writeReportPrompt } from "../llm/prompts/write-report.ts";
import { picturesFor } from "../nodes/model-pictures.ts";
import type { Confirmed } from "./finetune.ts";
import type { PairContext } from "./finetune-describe.ts";
import { sampleOf } from "./finetune-sample.ts";
import { factsOf, rewrite } from "./rewrite.ts";

const GOOD_RATING = 4;

/** Nothing where the person came to another verdict: the sentences would defend a wrong one. */
export const reportPair = async (
  confirmed: Confirmed,
  { parts: { tools, chat }, product, signal }: PairContext,
): Promise<FinetuneSample | undefined> => {
  const { inspection, feedback, language, profile } = confirmed;
  if (feedback.verdict !== inspection.verdict.kind) return undefined;
  const asked = { writer: RULE_WRITER, language, product };
  const { report: ruled } = await rewrite(inspection, { ...asked, tools, chat, signal });
  const eyes = { profile, seesPictures: profile.pictures !== null };
  const shown = await picturesFor(eyes, factsOf(inspection, asked), { tools, signal });
  const prompt = writeReportPrompt({
    language,
    evidence: inspection.evidence,
    sections: ruled.sections,
    pictures: shown.map(({ role }) => role),
  });
  const { report } = inspection;
  const isGood = report.writer !== RULE_WRITER && feedback.rating >= GOOD_RATING;
  const answer = withoutVerdict(isGood && report.language === language ? report : ruled);
  const pictures = shown.map(({ picture }) => picture);
  return sampleOf(confirmed, { task: "report", prompt, answer, pictures });
};

/** The sentence with the verdict is never the model's. */
const withoutVerdict = ({ sections }: Report): Report["sections"] => ({
  ...sections,
  status: sections.status.slice(1),
});
