// Every operation of the store passes through here, so that SQLite's and the disk's own codes are known in
// one place. An error that is none of these is a bug and goes on unchanged.
import { type ErrorCode, GumsaError } from "../errors.ts";

interface Failure {
  /** Of the code that SQLite or the system gives; SQLite's extended codes begin like the plain one. */
  readonly pattern: RegExp;
  readonly code: ErrorCode;
  readonly what: string;
  readonly hint: string;
}

const FAILURES: readonly Failure[] = [
  {
    // SQLite knows ENOSPC as FULL; when its shared memory cannot grow the disk is full, too.
    pattern: /^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)/,
    code: "store_full",
    what: "There is no room left to write",
    hint: "Free space on that disk, or set GUMSA_HOME to a folder on another one. Nothing was half-written.",
  },
  {
    pattern: /^SQLITE_(BUSY|LOCKED|PROTOCOL)/,
    code: "store_busy",
    what: "Another process keeps writing to",
    hint: "Try again; if it stays so, end the other Gumsa process that uses this folder.",
  },
  {
    pattern: /^SQLITE_(CORRUPT|NOTADB|IOERR)/,
    code: "store_damaged",
    what: "There is damage in",
    hint: "Put back a copy of the file, or move it away with its -wal and -shm and add the products again.",
  },
  {
    pattern: /^(SQLITE_(CANTOPEN|READONLY|PERM)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST)/,
    code: "store_unwritable",
    what: "Gumsa cannot read and write",
    hint: "Set GUMSA_HOME to a folder that you may write to.",
  },
];

/** The error in Gumsa's words; `path` is the file or folder that was worked on. */
export const asStoreError = (error: unknown, path: string): unknown => {
  const systemCode = codeOf(error);
  const failure = FAILURES.find(({ pattern }) => pattern.test(systemCode));
  if (failure === undefined) return error;
  return new GumsaError(failure.code, `${failure.what} ${path} (${systemCode}).`, {
    hint: failure.hint,
    cause: error,
  });
};

export const withStoreErrors = <Result>(path: string, work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    throw asStoreError(error, path);
  }
};

export const withStoreErrorsAsync = async <Result>(
  path: string,
  work: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    throw asStoreError(error, path);
  }
};

const codeOf = (error: unknown): string => {
  if (error instanceof GumsaError || !(error instanceof Error) || !("code" in error)) return "";
  return String(error.code);
};
