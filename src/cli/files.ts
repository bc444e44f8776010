import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { GumsaError } from "../errors.ts";
import type { NamedBytes } from "../inspector.ts";
import type { Words } from "./messages.ts";

/** Throws `file_not_found` or `file_unreadable`. */
export const readBytes = async (path: string, words: Words): Promise<Uint8Array> => {
  try {
    return await readFile(path);
  } catch (cause) {
    throw readError(path, cause, words);
  }
};

export const readNamed = async (path: string, words: Words): Promise<NamedBytes> => ({
  fileName: basename(path),
  bytes: await readBytes(path, words),
});

/** False for a path that is not there as well. */
export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** False for a path that is not there as well. */
export const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

export const readError = (path: string, cause: unknown, words: Words): GumsaError => {
  if (systemCodeOf(cause) === "ENOENT") {
    return new GumsaError("file_not_found", words.files.notFound(path), {
      hint: words.files.notFoundHint,
      cause,
    });
  }
  return new GumsaError("file_unreadable", words.files.unreadable(path, systemCodeOf(cause)), { cause });
};

export const writeError = (path: string, cause: unknown, words: Words): GumsaError => {
  if (["ENOSPC", "EDQUOT"].includes(systemCodeOf(cause))) {
    return new GumsaError("store_full", words.files.full(path), { hint: words.files.fullHint, cause });
  }
  return new GumsaError("folder_unwritable", words.files.unwritable(path, systemCodeOf(cause)), {
    hint: words.files.unwritableHint,
    cause,
  });
};

/** Such as ENOENT; "unknown" for what is not an error of the operating system. */
const systemCodeOf = (cause: unknown): string =>
  cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "unknown";
