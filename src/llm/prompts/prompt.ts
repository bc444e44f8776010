import type { z } from "zod";
import { GumsaError } from "../../errors.ts";
import type { Answer, ChatModel, ModelPicture, ModelRun, Question } from "../chat-model.ts";

/** A question with the schema that its answer is parsed by. */
export interface Prompt<Value> extends Omit<Question, "pictures"> {
  /** Goes into the record; changes with every change of the wording. */
  readonly version: string;
  readonly answer: z.ZodType<Value>;
}

export interface Said<Value> extends Answer {
  readonly value: Value;
}

/** Throws `llm_unusable` for an answer that is not what was asked for. */
export const askFor = async <Value>(
  prompt: Prompt<Value>,
  { model, pictures, ...run }: ModelRun & { model: ChatModel; pictures: readonly ModelPicture[] },
): Promise<Said<Value>> => {
  const answer = await model.ask({ ...prompt, pictures }, run);
  const parsed = prompt.answer.safeParse(parseJson(answer.text));
  if (parsed.success) return { ...answer, value: parsed.data };
  const [issue] = parsed.error.issues;
  throw new GumsaError(
    "llm_unusable",
    `The answer does not fit: ${issue?.path.join(".")} ${issue?.message}`,
    {
      cause: parsed.error,
    },
  );
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new GumsaError("llm_unusable", "The answer is not JSON.", { cause });
  }
};
