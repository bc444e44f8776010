// Where marks stand on the two scales of the page, in per cent of their width.

/** A logarithmic scale, on which 0.01 and 0.05 are told apart as well as 0.1 and 0.5; `low` is its left end. */
export interface LogScale {
  readonly low: number;
  readonly ticks: readonly number[];
  readonly at: (value: number) => number;
}

export const pValueScale = (pValue: number, alpha: number): LogScale => {
  const decades = Math.max(2, Math.ceil(-Math.log10(Math.max(Math.min(pValue, alpha) / 2, 1e-9))));
  const low = 10 ** -decades;
  const at = (value: number): number =>
    clamped((100 * (Math.log10(Math.max(value, low)) + decades)) / decades);
  const ticks = Array.from({ length: decades + 1 }, (_, index) =>
    Number((10 ** (index - decades)).toFixed(9)),
  );
  return { low, ticks, at };
};

/** From 0 to a little beyond the largest value. */
export const distanceScale = (values: readonly number[]): ((value: number) => number) => {
  const high = 1.12 * Math.max(...values, Number.MIN_VALUE);
  return (value) => clamped((100 * value) / high);
};

const clamped = (position: number): number => Number(Math.min(100, Math.max(0, position)).toFixed(2));
