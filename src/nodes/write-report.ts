// Phrases the plan in the reader's language. The rule writer needs no model and is always there; a language
// model that was asked for and cannot do it gives way to it, and the report says so.
import { RULE_WRITER } from "../domain/language-model.ts";
import type { Report } from "../domain/report.ts";
import { GumsaError } from "../errors.ts";
import type { ModelRun } from "../llm/chat-model.ts";
import { askFor } from "../llm/prompts/prompt.ts";
import { type PictureRole, writeReportPrompt } from "../llm/prompts/write-report.ts";
import type { ReportFacts } from "../report/facts.ts";
import { draftByModel } from "../report/model-draft.ts";
import { planReport } from "../report/plan.ts";
import { writeByRules } from "../report/rule-writer.ts";
import type { Toolbox } from "../tools/toolbox.ts";
import { type InspectionFacts, type InspectionNode, known, type Learned, type NodeDeps } from "./node.ts";
import { drawingOf } from "./record-inspection.ts";

export interface WriterDeps extends Pick<NodeDeps, "chat"> {
  readonly tools: Pick<Toolbox, "drawFinding" | "preparePicture">;
}

export const writeReport =
  (deps: WriterDeps): InspectionNode =>
  async (facts, run) => {
    const { writer, language } = facts.request;
    const ruled = writeByRules(planReport(reportFacts(facts)), language);
    if (writer === RULE_WRITER) return { report: ruled };
    try {
      return await writeByModel(ruled, facts, { ...deps, ...run });
    } catch (error) {
      if (!(error instanceof GumsaError) || error.code === "cancelled") throw error;
      return { report: { ...ruled, fallback: { writer, code: error.code, reason: error.message } } };
    }
  };

const writeByModel = async (
  ruled: Report,
  facts: InspectionFacts,
  deps: WriterDeps & ModelRun,
): Promise<Learned> => {
  const { writer, language } = facts.request;
  const { signal } = deps;
  const model = await deps.chat.open(writer, { signal });
  const shown = model.seesPictures ? await picturesToShow(facts, deps) : [];
  const prompt = writeReportPrompt({
    language,
    evidence: facts.evidence,
    sections: ruled.sections,
    pictures: shown.map(({ role }) => role),
  });
  const said = await askFor(prompt, { model, signal, pictures: shown.map(({ bytes }) => bytes) });
  const { promptTokens, answerTokens } = said;
  const use = { model: writer, digest: model.digest, promptVersion: prompt.version };
  return { report: draftByModel(ruled, said.value, { ...use, promptTokens, answerTokens }) };
};

interface ShownPicture {
  readonly role: PictureRole;
  readonly bytes: Uint8Array;
}

/** The picture as it was taken, and the same with the finding drawn over it. */
const picturesToShow = async (
  facts: InspectionFacts,
  { tools, signal }: WriterDeps & ModelRun,
): Promise<ShownPicture[]> => {
  const drawing = drawingOf(facts);
  const { overlay } = await tools.drawFinding(drawing, { signal });
  const shown = [
    { role: "test", image: drawing.image },
    ...(facts.regions.length > 0 ? [{ role: "overlay", image: overlay } as const] : []),
  ] as const;
  return Promise.all(
    shown.map(async ({ role, image }) => ({
      role,
      bytes: await tools.preparePicture({ image }, { signal }),
    })),
  );
};

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
