import { readQuestion } from "../../chat/read-question.ts";
import type { ChatDeps, ChatNode } from "./chat-node.ts";

/** What is asked for, by rules: it needs no model, and tells the language of the answer. */
export const readQuestionNode =
  ({ groundOf }: Pick<ChatDeps, "groundOf">): ChatNode =>
  async ({ question, inspection: id, language, last }) => {
    const { inspection, product } = await groundOf(id);
    const reading = readQuestion({
      question,
      usual: inspection.report.language,
      types: product?.types ?? [],
      metadata: Object.keys(inspection.metadata),
      last: last ?? undefined,
    });
    return { intents: reading.intents, language: language ?? reading.language };
  };
