import { createHash } from "node:crypto";
import type { FinetunePair } from "../domain/finetune-pair.ts";
import type { FinetuneSample } from "./inputs.ts";
import type { ModelPicture } from "../llm/chat-model.ts";
import type { Prompt } from "../llm/prompts/prompt.ts";
import type { Confirmed } from "./finetune.ts";

interface Lesson<Value> {
  readonly task: FinetunePair["task"];
  readonly prompt: Prompt<Value>;
  readonly answer: Value;
  readonly pictures: readonly ModelPicture[];
}

/** Question and answer exactly as they go over the wire. */
export const sampleOf = <Value>(
  { inspection, split, language }: Confirmed,
  { task, prompt, answer, pictures }: Lesson<Value>,
): FinetuneSample => {
  const files = pictures.map(({ bytes }) => ({ fileName: `images/${hashOf(bytes)}.jpg`, bytes }));
  const pair: FinetunePair = {
    id: `${inspection.id}-${task}-${language}`,
    task,
    language,
    product: inspection.product ?? "",
    split,
    images: files.map(({ fileName }) => fileName),
    messages: [
      { role: "system", content: prompt.system },
      { role: "user", content: prompt.user },
      { role: "assistant", content: JSON.stringify(answer) },
    ],
  };
  return { pair, pictures: files };
};

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex").slice(0, 32);
