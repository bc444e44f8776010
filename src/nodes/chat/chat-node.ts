// What every node of the chat graph is: what is known of a conversation in, what it learned out.
import type { Ground } from "../../chat/ground.ts";
import type { Intent } from "../../chat/reading.ts";
import type { AnswerSentence, ChatEvent, ChatMessage, ChatTurn, ToolCall } from "../../domain/chat.ts";
import type { Fact } from "../../domain/follow-up.ts";
import type { Language } from "../../domain/language.ts";
import type { ChatModels } from "../../llm/chat-model.ts";
import type { Toolbox } from "../../tools/toolbox.ts";

/** Who took over, and why. */
export type Takeover = NonNullable<ChatMessage["takeover"]>;

export interface ChatFacts {
  readonly inspection: string;
  // of this question
  readonly question: string;
  readonly askedAt: string;
  readonly language: Language | null;
  readonly writer: string;
  readonly intents: readonly Intent[];
  readonly calls: readonly ToolCall[];
  /** Ids of what was found for this question. */
  readonly fresh: readonly string[];
  readonly draft: readonly AnswerSentence[];
  /** Of the draft: `rule`, or a model's name. */
  readonly answerer: string;
  readonly takeover: Takeover | null;
  readonly removed: ChatMessage["removed"];
  // of the conversation
  /** What it found beyond the record. */
  readonly found: readonly Fact[];
  readonly turns: readonly ChatTurn[];
  /** What the last answered question asked for. */
  readonly last: Intent | null;
}

export type ChatLearned = Partial<ChatFacts>;

export interface ChatRun {
  readonly signal?: AbortSignal | undefined;
  readonly writer?: ((event: ChatEvent) => void) | undefined;
}

export type ChatNode = (facts: ChatFacts, run: ChatRun) => Promise<ChatLearned>;

export interface ChatDeps {
  readonly tools: Toolbox;
  readonly chat: ChatModels;
  /** The frozen record. Throws `inspection_unknown`. */
  readonly groundOf: (inspection: string) => Promise<Ground>;
}
