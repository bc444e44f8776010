import { type Figure, figure, noFigure } from "./figure.ts";

/** Pearson's linear correlation (PLCC). */
export const plcc = (x: readonly number[], y: readonly number[]): Figure => {
  if (x.length !== y.length) throw new RangeError("a correlation needs pairs");
  if (x.length < 2) return noFigure("fewer than two pairs");
  const [fromX, fromY] = [centred(x), centred(y)];
  const spread = Math.sqrt(dot(fromX, fromX) * dot(fromY, fromY));
  if (spread === 0) return noFigure("one of the two never changes");
  return figure(Math.min(1, Math.max(-1, dot(fromX, fromY) / spread)));
};

/** Spearman's rank correlation (SRCC): ties share the mean of their ranks. */
export const srcc = (x: readonly number[], y: readonly number[]): Figure => plcc(ranks(x), ranks(y));

const centred = (values: readonly number[]): number[] => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.every((value) => value === values[0])
    ? values.map(() => 0)
    : values.map((value) => value - mean);
};

const dot = (x: readonly number[], y: readonly number[]): number =>
  x.reduce((sum, value, i) => sum + value * y[i]!, 0);

const ranks = (values: readonly number[]): number[] => {
  const order = values.map((value, place) => ({ value, place })).sort((a, b) => a.value - b.value);
  const found = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && order[to + 1]?.value === order[from]?.value) to++;
    for (let i = from; i <= to; i++) found[order[i]!.place] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return found;
};
