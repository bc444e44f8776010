import { noteText } from "../../chat/say.ts";
import type { AnswerSentence, ChatMessage, ChatPicture, ChatTurn } from "../../domain/chat.ts";
import type { Fact } from "../../domain/follow-up.ts";
import { RULE_WRITER } from "../../domain/language-model.ts";
import { checkAnswer } from "../../report/check-answer.ts";
import { answerContext } from "./answer-context.ts";
import type { ChatDeps, ChatFacts, ChatNode } from "./chat-node.ts";

/** Removes what the evidence does not carry, whoever answered, and closes the turn unless nothing is left of a model's answer. */
export const checkAnswerNode =
  ({ tools, groundOf }: Pick<ChatDeps, "tools" | "groundOf">): ChatNode =>
  async (facts, run) => {
    const ground = await groundOf(facts.inspection);
    const context = await answerContext(ground, facts.found, { tools, ...run });
    const { kept, removed } = checkAnswer(facts.draft, context);
    const all = [...facts.removed, ...removed];
    if (kept.length === 0 && facts.answerer !== RULE_WRITER) {
      const takeover = { writer: facts.writer, code: "llm_unusable", reason: NOTHING_LEFT };
      run.writer?.({ kind: "takeover", takeover });
      return { removed: all, draft: [], takeover };
    }
    const language = facts.language ?? "en";
    const nothing: AnswerSentence = {
      text: noteText({ note: "notRecorded" }, language),
      evidence: [],
      isNote: true,
    };
    const sentences = kept.length > 0 ? [...kept] : [nothing];
    for (const sentence of sentences) run.writer?.({ kind: "sentence", sentence });
    return {
      turns: [...facts.turns, turnOf({ ...facts, removed: all }, sentences, context.evidence)],
      last: facts.intents.at(-1) ?? null,
    };
  };

const NOTHING_LEFT = "The evidence carries nothing of what the model said.";

const turnOf = (facts: ChatFacts, sentences: AnswerSentence[], evidence: readonly Fact[]): ChatTurn => {
  const { question, askedAt, answerer, calls, removed, takeover } = facts;
  const cited = new Set(sentences.flatMap((sentence) => sentence.evidence));
  const used = evidence.filter(({ id }) => cited.has(id));
  const message: ChatMessage = {
    language: facts.language ?? "en",
    text: sentences.map(({ text }) => text).join(" "),
    sentences,
    evidence: used,
    pictures: picturesOf(used, sentences),
    answerer,
    toolCalls: [...calls],
    removed,
    ...(takeover && { takeover }),
  };
  return { askedAt, question, message };
};

const picturesOf = (facts: readonly Fact[], sentences: readonly AnswerSentence[]): ChatPicture[] =>
  facts.flatMap((fact) => {
    if (fact.kind !== "look") return [];
    const caption = sentences.find(({ evidence }) => evidence.includes(fact.id))?.text ?? fact.id;
    return [{ image: fact.image, evidence: fact.id, caption }];
  });
