// A language model as the rest of Gumsa sees it: one question, one whole answer, or a `GumsaError` whose code
// begins with `llm_`. Whose server it is and how it speaks stays behind this port.
import type { PictureSize } from "./picture-tokens.ts";
import type { Profile } from "./profiles/profile.ts";

/** An encoded picture with the size that its boxes refer to. */
export interface ModelPicture extends PictureSize {
  readonly bytes: Uint8Array;
}

export interface Question {
  readonly system: string;
  readonly user: string;
  /** In the order in which the text speaks of them. */
  readonly pictures: readonly ModelPicture[];
  /** JSON Schema that the answer keeps to. */
  readonly schema: object;
  /** An answer that would be longer is no answer. */
  readonly mostAnswerTokens: number;
}

export interface Answer {
  readonly text: string;
  /** As counted by the server, where it counts. */
  readonly promptTokens: number | undefined;
  readonly answerTokens: number | undefined;
  /** Whether the server's count shows that the pictures were taken in; undefined where none was sent. */
  readonly pictures?: PicturesTaken | undefined;
}

/** `uncounted`: the server does not count, or the text's own share is too uncertain to tell. */
export type PicturesTaken = "counted" | "uncounted";

export interface ModelRun {
  readonly signal?: AbortSignal | undefined;
  /** When the answer must be whole, in milliseconds since 1970; the server's own limit holds as well. */
  readonly endsAtMs?: number | undefined;
  /** The answer so far, whenever more of it has come. */
  readonly onText?: ((soFar: string) => void) | undefined;
}

/** What a model may ask to have done. */
export interface ToolOffer {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of its input. */
  readonly schema: Record<string, unknown>;
}

export interface AskedCall {
  /** Where the server gives one. */
  readonly id: string;
  readonly name: string;
  /** As the model wrote it: to be checked against the schema. */
  readonly input: unknown;
}

export type Spoken =
  | { readonly role: "user"; readonly text: string }
  | { readonly role: "assistant"; readonly text: string; readonly calls: readonly AskedCall[] }
  | { readonly role: "tool"; readonly call: AskedCall; readonly text: string };

export interface Conversation {
  readonly system: string;
  readonly spoken: readonly Spoken[];
  readonly tools: readonly ToolOffer[];
  readonly mostAnswerTokens: number;
}

/** Words, calls, or both. */
export interface Reply extends Answer {
  readonly calls: readonly AskedCall[];
}

export interface ChatModel {
  /** As its server calls it. */
  readonly name: string;
  /** Of the weights, where the server tells it. */
  readonly digest: string | undefined;
  /** Which program serves it, with its version where it tells one. */
  readonly server: string;
  readonly profile: Profile;
  /** Whether it takes pictures. */
  readonly seesPictures: boolean;
  /** Throws `llm_timeout`, `llm_unusable`, `llm_unavailable`, `llm_blind`, `cancelled`. */
  ask(question: Question, run: ModelRun): Promise<Answer>;
  /** One step of a conversation with tools, words only. Throws as `ask` does. */
  converse(conversation: Conversation, run: ModelRun): Promise<Reply>;
}

export interface ChatModels {
  /** Throws `llm_unavailable`, `llm_model_missing`, `cancelled`. */
  open(name: string, run: ModelRun): Promise<ChatModel>;
  /** Has the server load the model. What goes wrong shows when it is asked. */
  preload(name: string, run: ModelRun): Promise<void>;
}
