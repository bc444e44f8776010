import { answerPoints } from "../../chat/answer.ts";
import { say } from "../../chat/say.ts";
import { RULE_WRITER } from "../../domain/language-model.ts";
import type { ChatDeps, ChatNode } from "./chat-node.ts";

/** The answer by rules, in the words of the message tables. */
export const phraseAnswer =
  ({ groundOf }: Pick<ChatDeps, "groundOf">): ChatNode =>
  async ({ inspection, intents, found, fresh, calls, language }) => {
    const ground = await groundOf(inspection);
    const all = [...ground.inspection.evidence, ...found];
    const failed = calls.flatMap(({ error }) => (error ? [error.code] : []));
    const answering = { ...ground, found: all.filter(({ id }) => fresh.includes(id)), failed };
    const points = intents.flatMap((intent) => answerPoints(intent, answering));
    return { draft: say(points, language ?? "en"), answerer: RULE_WRITER };
  };
