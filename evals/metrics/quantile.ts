/** Between the two nearest of sorted numbers (R's type 7, numpy's default). Throws a RangeError where there is none. */
export const quantile = (sorted: readonly number[], share: number): number => {
  if (sorted.length === 0) throw new RangeError("no number has no quantile");
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return below + (place - Math.floor(place)) * (above - below);
};
