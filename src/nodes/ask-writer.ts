// Puts the question to the model that writes, tells its sections as they come, and keeps what came whole when the
// inspection's deadline ends the answer.
import type { ModelUse } from "../domain/language-model.ts";
import { type Report, SECTIONS, type Section, type Sentence } from "../domain/report.ts";
import { GumsaError } from "../errors.ts";
import type { ChatModel, ModelPicture } from "../llm/chat-model.ts";
import { askFor, type Prompt } from "../llm/prompts/prompt.ts";
import type { WrittenSections } from "../llm/prompts/write-report.ts";
import { type CheckContext, checkReport } from "../report/check-report.ts";
import { draftByModel } from "../report/model-draft.ts";
import type { Toolbox } from "../tools/toolbox.ts";
import { checkContextOf } from "./check-context.ts";
import type { InspectionFacts, NodeDeps, NodeRun } from "./node.ts";
import { createSectionStream } from "./section-stream.ts";
import { endOf } from "./time-left.ts";

export interface WriterDeps extends Pick<NodeDeps, "chat"> {
  readonly tools: Pick<Toolbox, "drawFinding" | "preparePicture" | "readManualPage">;
}

interface Writing {
  readonly prompt: Prompt<WrittenSections>;
  readonly pictures: readonly ModelPicture[];
  readonly model: ChatModel;
  /** The same report as the rules phrase it. */
  readonly ruled: Report;
  readonly facts: InspectionFacts;
}

export const askWriter = async (writing: Writing, deps: WriterDeps & NodeRun): Promise<Report> => {
  const { prompt, pictures, model, ruled, facts } = writing;
  const endsAtMs = endOf(facts.request);
  const use: ModelUse = {
    model: facts.request.writer,
    ...(model.digest !== undefined && { digest: model.digest }),
    promptVersion: prompt.version,
  };
  const context = await checkContextOf(facts, deps.tools, deps);
  const stream = createSectionStream(
    (section) => sentencesOf(section, prompt),
    (section, sentences) => {
      const checked = checkedSection(section, sentences, { ruled, use, context });
      const { model: writer } = use;
      if (checked.length > 0) deps.writer?.({ kind: "section", section, writer, sentences: checked });
    },
  );
  try {
    const onText = deps.writer || endsAtMs !== undefined ? stream.see : undefined;
    const said = await askFor(prompt, { model, pictures, signal: deps.signal, endsAtMs, onText });
    const { promptTokens, answerTokens, pictures: picturesTaken } = said;
    return draftByModel(ruled, said.value, { ...use, promptTokens, answerTokens, pictures: picturesTaken });
  } catch (error) {
    const { sections, missing } = stream.whole();
    const isLate = error instanceof GumsaError && error.code === "llm_timeout" && endsAtMs !== undefined;
    if (!isLate || missing.length === SECTIONS.length) throw error;
    // The server counts at the end, which did not come; that the model sees is known from the canary.
    const taken = pictures.length > 0 ? ({ pictures: "uncounted" } as const) : {};
    return { ...draftByModel(ruled, sections, { ...use, ...taken }), unfinished: [...missing] };
  }
};

const sentencesOf = (section: unknown, { answer }: Writing["prompt"]): Sentence[] | undefined => {
  const parsed = answer.safeParse({ status: section, causes: [], actions: [], prevention: [] });
  return parsed.success ? parsed.data.status : undefined;
};

const checkedSection = (
  section: Section,
  sentences: readonly Sentence[],
  { ruled, use, context }: { ruled: Report; use: ModelUse; context: CheckContext },
): Sentence[] => {
  const nothing = { status: [], causes: [], actions: [], prevention: [] };
  const draft = draftByModel(ruled, { ...nothing, [section]: [...sentences] }, use);
  return checkReport(draft, context, ruled).sections[section];
};
