import type { VerdictKind } from "../domain/verdict.ts";

export const EXIT_CODES = {
  done: 0,
  error: 1,
  usage: 2,
  /** As a shell counts a process ended by SIGINT and by SIGPIPE. */
  interrupted: 130,
  outputClosed: 141,
} as const;

/** What `--exit-code` ends with, worst first. */
export const VERDICT_EXIT_CODES = { fail: 10, review: 11, retake: 12, pass: 0 } as const satisfies Record<
  VerdictKind,
  number
>;

const WORST_FIRST = ["fail", "review", "retake", "pass"] as const satisfies readonly VerdictKind[];

/** The code of the worst verdict. */
export const exitCodeOf = (verdicts: readonly VerdictKind[]): number =>
  VERDICT_EXIT_CODES[WORST_FIRST.find((kind) => verdicts.includes(kind)) ?? "pass"];
