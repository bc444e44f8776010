import { InvalidArgumentError } from "commander";
import type { Context } from "./context.ts";

const UNITS_MS = { ms: 1, s: 1000, m: 60_000 } as const;

/** `800ms`, `5s`, `2m`, in milliseconds; a bare number is seconds. */
export const parseDuration =
  ({ words }: Pick<Context, "words">) =>
  (text: string): number => {
    const [, amount, unit = "s"] = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(text) ?? [];
    const durationMs = Math.round(Number(amount) * (UNITS_MS[unit as keyof typeof UNITS_MS] ?? 0)); // one of the pattern's units
    if (durationMs > 0) return durationMs;
    throw new InvalidArgumentError(words.writers.deadlineInvalid);
  };
