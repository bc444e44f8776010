import { readFile } from "node:fs/promises";
import { type DefectType, DefectTypes } from "../../src/domain/defect-type.ts";
import { GumsaError } from "../../src/errors.ts";
import { jsonOf } from "../json-of.ts";

/** The file of `gumsa product add --types`. Throws `file_not_found`, `types_invalid`. */
export const readTypes = async (path: string): Promise<DefectType[]> => {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new GumsaError("file_not_found", `${path} is not there, or cannot be read.`, { cause });
  });
  const parsed = DefectTypes.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  throw new GumsaError("types_invalid", `${path} does not list defect types.`, {
    hint: "gumsa schema types",
    cause: parsed.error,
  });
};
