// A folder of known defects: one folder a type. Masks, where there are any, lie in a folder beside it:
// `<folder>_ground_truth/<type>/<name>_mask.png`, as data sets in the MVTec AD layout have them.
import { readdir } from "node:fs/promises";
import { basename, join, parse, resolve } from "node:path";
import { DefectCode } from "../domain/defect-type.ts";
import { GumsaError } from "../errors.ts";
import type { CaseInput } from "../inspector.ts";
import { isFile, readBytes, readError } from "./files.ts";
import type { Words } from "./messages.ts";
import { listPictures } from "./pictures.ts";

/** Throws `file_not_found`, `folder_without_pictures`. */
export const listCases = async (folder: string, words: Words): Promise<CaseInput[]> => {
  const types = await typesIn(folder, words);
  const cases = await Promise.all(
    types.map(async (type) => {
      const pictures = await listPictures(join(folder, type), words);
      return Promise.all(pictures.map((path) => caseOf({ path, type, folder }, words)));
    }),
  );
  return cases.flat();
};

const typesIn = async (folder: string, words: Words): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw readError(folder, cause, words);
  });
  const types = entries
    .filter((entry) => entry.isDirectory() && DefectCode.safeParse(entry.name).success)
    .map(({ name }) => name)
    .sort();
  if (types.length > 0) return types;
  throw new GumsaError("folder_without_pictures", words.cases.noTypes(folder), {
    hint: words.cases.noTypesHint,
  });
};

const caseOf = async (
  { path, type, folder }: { path: string; type: string; folder: string },
  words: Words,
): Promise<CaseInput> => {
  const mask = join(`${resolve(folder)}_ground_truth`, type, `${parse(path).name}_mask.png`);
  return {
    fileName: basename(path),
    type,
    read: () => readBytes(path, words),
    ...((await isFile(mask)) && { readMask: () => readBytes(mask, words) }),
  };
};
