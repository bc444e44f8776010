import { ModelName } from "../domain/language-model.ts";
import { GumsaError } from "../errors.ts";

/** Throws `usage_invalid` for what no model can be called. */
export const modelName = (name: string): string => {
  const parsed = ModelName.safeParse(name);
  if (parsed.success) return parsed.data;
  throw new GumsaError("usage_invalid", `${name} is not the name of a language model.`, {
    hint: "such as qwen2.5vl:3b; `ollama list` tells those that are there",
  });
};
