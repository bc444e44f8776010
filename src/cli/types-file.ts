import { basename } from "node:path";
import { type DefectType, DefectTypes } from "../domain/defect-type.ts";
import { GumsaError } from "../errors.ts";
import { readBytes } from "./files.ts";
import type { Words } from "./messages.ts";

/** Throws `types_invalid` with the first thing that is wrong, by its place in the file. */
export const readTypes = async (path: string, words: Words): Promise<DefectType[]> => {
  const text = new TextDecoder().decode(await readBytes(path, words));
  const types = DefectTypes.safeParse(parseJson(text, path, words));
  if (types.success) return types.data;
  const [issue] = types.error.issues;
  throw typesInvalid(path, `${placeOf(issue?.path ?? [])}${issue?.message}`, words);
};

const parseJson = (text: string, path: string, words: Words): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw typesInvalid(path, cause instanceof Error ? cause.message : String(cause), words, cause);
  }
};

/** `[2].names.ko: ` */
const placeOf = (path: readonly PropertyKey[]): string => {
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`));
  return steps.length > 0 ? `${steps.join("")}: ` : "";
};

const typesInvalid = (path: string, detail: string, words: Words, cause?: unknown): GumsaError =>
  new GumsaError("types_invalid", words.product.typesInvalid(basename(path), detail), {
    hint: "gumsa schema types",
    cause,
  });
