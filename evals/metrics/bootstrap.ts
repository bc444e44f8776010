// 95 % percentile bootstrap (Efron and Tibshirani 1993). Pictures of one sheet or one part resemble each other: with
// groups it is they that are drawn again, whole (cluster bootstrap; Field and Welsh 2007).
import type { Figure } from "./figure.ts";
import { quantile } from "./quantile.ts";
import { seededRandom } from "./random.ts";

export interface BootstrapOptions<Item> {
  readonly seed: number;
  /** Items of one group are drawn together; left out, each is its own. */
  readonly groupOf?: ((item: Item) => string) | undefined;
  readonly draws?: number;
}

export interface BootstrapInterval {
  readonly low: number;
  readonly high: number;
  /** How many groups, or single items, were drawn from. */
  readonly units: number;
}

export interface PairedDifference extends BootstrapInterval {
  /** The second minus the first. */
  readonly difference: number;
  /** Two-sided: how often chance alone moves the difference to the other side of zero. */
  readonly pValue: number;
}

const DRAWS = 1000;
/** Where most draws have no answer (one class only, say), the few that have one say nothing. */
const FEWEST_ANSWERS = 0.5;

/** Undefined where the statistic has no answer, or in most draws none, or with a single unit. */
export const bootstrapInterval = <Item>(
  items: readonly Item[],
  statistic: (items: readonly Item[]) => Figure,
  options: BootstrapOptions<Item>,
): BootstrapInterval | undefined => {
  const units = unitsOf(items, options.groupOf);
  if (units.length < 2 || statistic(items).value === null) return undefined;
  return intervalOf(drawnFigures(units, statistic, options), units.length);
};

/** Whether the statistic differs between two runs over the same items: the same draw serves both. */
export const pairedBootstrap = <Item>(
  items: readonly Item[],
  [first, second]: readonly [Statistic<Item>, Statistic<Item>],
  options: BootstrapOptions<Item>,
): PairedDifference | undefined => {
  const difference: Statistic<Item> = (drawn) => {
    const [one, other] = [first(drawn), second(drawn)];
    if (one.value === null) return one;
    return other.value === null ? other : { value: other.value - one.value };
  };
  const units = unitsOf(items, options.groupOf);
  const whole = difference(items).value;
  if (units.length < 2 || whole === null) return undefined;
  const drawn = drawnFigures(units, difference, options);
  const interval = intervalOf(drawn, units.length);
  return interval && { ...interval, difference: whole, pValue: twoSided(drawn) };
};

type Statistic<Item> = (items: readonly Item[]) => Figure;

const unitsOf = <Item>(
  items: readonly Item[],
  groupOf: ((item: Item) => string) | undefined,
): readonly (readonly Item[])[] => {
  if (!groupOf) return items.map((item) => [item]);
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(groupOf(item)) ?? [];
    groups.set(groupOf(item), group);
    group.push(item);
  }
  return [...groups.values()];
};

const drawnFigures = <Item>(
  units: readonly (readonly Item[])[],
  statistic: Statistic<Item>,
  { seed, draws = DRAWS }: BootstrapOptions<Item>,
): readonly (number | null)[] => {
  const random = seededRandom(seed, "bootstrap");
  return Array.from({ length: draws }, () => {
    const drawn = units.map(() => units[Math.floor(random() * units.length)] ?? []);
    return statistic(drawn.flat()).value;
  });
};

const intervalOf = (drawn: readonly (number | null)[], units: number): BootstrapInterval | undefined => {
  const sorted = drawn.filter((value) => value !== null).sort((a, b) => a - b);
  if (sorted.length < FEWEST_ANSWERS * drawn.length) return undefined;
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975), units };
};

/** With one added on both sides, so that it is never zero (Davison and Hinkley 1997). */
const twoSided = (drawn: readonly (number | null)[]): number => {
  const values = drawn.filter((value) => value !== null);
  const share = (count: number): number => (count + 1) / (values.length + 1);
  const up = share(values.filter((value) => value >= 0).length);
  const down = share(values.filter((value) => value <= 0).length);
  return Math.min(1, 2 * Math.min(up, down));
};
