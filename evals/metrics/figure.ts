/** A measured number, or null with the reason why there is none: never NaN, never a zero that nobody measured. */
export type Figure =
  | { readonly value: number; readonly reason?: never }
  | { readonly value: null; readonly reason: string };

export const figure = (value: number): Figure => ({ value });

export const noFigure = (reason: string): Figure => ({ value: null, reason });

/** The mean of those that there are. */
export const meanFigure = (figures: readonly Figure[]): Figure => {
  const values = figures.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length === 0) return noFigure(figures[0]?.reason ?? "nothing to average");
  return figure(values.reduce((sum, value) => sum + value, 0) / values.length);
};

/** A part of a whole that may be nothing. */
export const ratio = (part: number, whole: number, reason: string): Figure =>
  whole === 0 ? noFigure(reason) : figure(part / whole);
