// Reads what the caller of a local server names. It is their own machine; still, only plain files of a picture's size.
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { GumsaError } from "../errors.ts";
import type { NamedBytes } from "../inspector.ts";

const MOST_BYTES = 256e6;

/** Throws `file_not_found`, `file_unreadable`. */
export const readLocalFile = async (path: string): Promise<NamedBytes> => {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new Error("it is not a plain file");
    if (found.size > MOST_BYTES) throw new Error(`it is larger than ${MOST_BYTES / 1e6} MB`);
    return { fileName: basename(path), bytes: await readFile(path) };
  } catch (cause) {
    throw refusalOf(path, cause);
  }
};

const refusalOf = (path: string, cause: unknown): GumsaError => {
  if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") {
    return new GumsaError("file_not_found", `${path} is not there.`, {
      hint: "name an absolute path: relative ones start where the server was started",
      cause,
    });
  }
  const why = cause instanceof Error ? cause.message : "unknown";
  return new GumsaError("file_unreadable", `${path} cannot be read: ${why}`, { cause });
};
