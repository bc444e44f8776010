// How far each of a few positive numbers lies from the others. Median and median absolute deviation do not move
// with the outliers that are looked for; logarithms, because distances are skewed to the right.

/** A deviation beyond this is called an outlier (Iglewicz and Hoaglin 1993, "How to Detect and Handle Outliers"). */
export const OUTLYING = 3.5;

/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const NORMAL_SCALE = 1.4826;
/** A set of nearly equal numbers has no scale of its own: then 1 % counts as one deviation. */
const LEAST_SCALE = 0.01;

/** In the order of the values: positive above the median. */
export const robustDeviations = (values: readonly number[]): number[] => {
  const logs = values.map((value) => Math.log(Math.max(value, Number.MIN_VALUE)));
  const centre = median(logs);
  const scale = NORMAL_SCALE * median(logs.map((log) => Math.abs(log - centre)));
  return logs.map((log) => (log - centre) / Math.max(scale, LEAST_SCALE));
};

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const [below = 0, above = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (below + above) / 2;
};
