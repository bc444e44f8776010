/** The standard normal quantile of a two-sided 95 % interval. */
const Z = 1.959964;

export interface ShareInterval {
  readonly low: number;
  readonly high: number;
}

/** The 95 % score interval of a share (Wilson 1927): sensible for few trials, and never outside 0 to 1. */
export const wilson = (hits: number, trials: number): ShareInterval => {
  if (trials === 0) return { low: 0, high: 1 };
  const share = hits / trials;
  const spread = 1 + Z ** 2 / trials;
  const middle = (share + Z ** 2 / (2 * trials)) / spread;
  const reach = (Z * Math.sqrt((share * (1 - share)) / trials + Z ** 2 / (4 * trials ** 2))) / spread;
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
};
