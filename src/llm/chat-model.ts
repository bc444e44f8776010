// A language model as the rest of Gumsa sees it: one question, one whole answer, or a `GumsaError` whose code
// begins with `llm_`. Whose server it is and how it speaks stays behind this port.

export interface Question {
  readonly system: string;
  readonly user: string;
  /** Encoded pictures, in the order in which the text speaks of them. */
  readonly pictures: readonly Uint8Array[];
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
}

export interface ModelRun {
  readonly signal?: AbortSignal | undefined;
}

export interface ChatModel {
  readonly name: string;
  readonly digest: string | undefined;
  /** Whether it takes pictures. */
  readonly seesPictures: boolean;
  /** Throws `llm_timeout`, `llm_unusable`, `llm_unavailable`, `cancelled`. */
  ask(question: Question, run: ModelRun): Promise<Answer>;
}

export interface ChatModels {
  /** Throws `llm_unavailable`, `llm_model_missing`, `cancelled`. */
  open(name: string, run: ModelRun): Promise<ChatModel>;
}
