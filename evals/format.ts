import type { Unit } from "./suite.ts";

/** A value with its unit, as short as it can be told apart. */
export const formatted = (value: number | null | undefined, unit: Unit): string => {
  if (value === null || value === undefined) return "–";
  return FORMATS[unit](value);
};

/** `0.79–0.92`, the unit once. */
export const formattedInterval = (
  { low, high }: { low?: number | undefined; high?: number | undefined },
  unit: Unit,
): string => {
  if (low === undefined || high === undefined) return "";
  const [from, to] = [formatted(low, unit), formatted(high, unit)];
  const bare = from.replace(/ \D+$/, "");
  return `${unit === "ratio" ? from : bare}–${to}`;
};

const decimals = (value: number): string => {
  const size = Math.abs(value);
  return value.toFixed(size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2);
};

const FORMATS: Readonly<Record<Unit, (value: number) => string>> = {
  area: (value) => value.toFixed(3),
  share: (value) => value.toFixed(3),
  correlation: (value) => value.toFixed(3),
  rate: (value) => `${(100 * value).toFixed(1)} %`,
  ms: (value) => `${decimals(value)} ms`,
  perSecond: (value) => `${decimals(value)} /s`,
  bytes: (value) => `${decimals(value / 1e6)} MB`,
  count: (value) => decimals(value),
  ratio: (value) => `${decimals(value)} ×`,
};
