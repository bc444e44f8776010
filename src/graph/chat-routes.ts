// Who answers, and who takes over: pure functions that a test can call with a literal.
import { END } from "@langchain/langgraph";
import { RULE_WRITER } from "../domain/language-model.ts";
import type { ChatFacts } from "../nodes/chat/chat-node.ts";

export const afterReading = ({ writer }: Pick<ChatFacts, "writer">) =>
  writer === RULE_WRITER ? ("callTools" as const) : ("consultModel" as const);

export const afterModel = ({ takeover }: Pick<ChatFacts, "takeover">) =>
  takeover ? ("callTools" as const) : ("checkAnswer" as const);

/** The checker left nothing of what a model said: the rules answer after all. Of their own answer it leaves a sentence. */
export const afterCheck = ({
  takeover,
  answerer,
  draft,
}: Pick<ChatFacts, "takeover" | "answerer" | "draft">) =>
  takeover && answerer !== RULE_WRITER && draft.length === 0 ? ("callTools" as const) : END;
