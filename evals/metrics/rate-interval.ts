// Intervals of a rate that was counted over independent pictures. Wilson's is close to its confidence on average;
// Clopper and Pearson's never falls below it.

export interface RateInterval {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** Of a 95 % interval: the standard normal quantile at 0.975. */
const Z = 1.959963984540054;
const TAIL = 0.025;

/** Wilson 1927. Throws a RangeError without a count. */
export const wilson = (hits: number, count: number): RateInterval => {
  const rate = checkedRate(hits, count);
  const scale = 1 + Z ** 2 / count;
  const middle = (rate + Z ** 2 / (2 * count)) / scale;
  const reach = (Z / scale) * Math.sqrt((rate * (1 - rate)) / count + Z ** 2 / (4 * count ** 2));
  return {
    rate,
    low: hits === 0 ? 0 : Math.max(0, middle - reach),
    high: hits === count ? 1 : Math.min(1, middle + reach),
  };
};

/** Clopper and Pearson 1934, the exact interval. Throws a RangeError without a count. */
export const clopperPearson = (hits: number, count: number): RateInterval => ({
  rate: checkedRate(hits, count),
  low: hits === 0 ? 0 : solve((rate) => 1 - cumulated(hits - 1, count, rate) < TAIL),
  high: hits === count ? 1 : solve((rate) => cumulated(hits, count, rate) > TAIL),
});

const checkedRate = (hits: number, count: number): number => {
  if (!(count > 0 && hits >= 0 && hits <= count)) throw new RangeError(`${hits} of ${count} is no rate`);
  return hits / count;
};

/** The rate up to which the statement holds, by halving. */
const solve = (holds: (rate: number) => boolean): number => {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
};

/** P(Binomial(count, rate) <= hits), each term from its logarithm: thousands of pictures would underflow otherwise. */
const cumulated = (hits: number, count: number, rate: number): number => {
  let logarithm = count * Math.log1p(-rate);
  let sum = Math.exp(logarithm);
  for (let i = 1; i <= hits; i++) {
    logarithm += Math.log((count - i + 1) / i) + Math.log(rate) - Math.log1p(-rate);
    sum += Math.exp(logarithm);
  }
  return Math.min(1, sum);
};
