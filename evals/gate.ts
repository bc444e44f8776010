// A run against an accepted one: which figures fell by more than they may. Each margin says why it is as wide as it is.
import { z } from "zod";
import { formatted } from "./format.ts";
import { placeOf } from "./intervals.ts";
import type { RecordedFigure } from "./record.ts";
import type { Suite } from "./suite.ts";
import { scopeName } from "./scope.ts";

export const Baseline = z.strictObject({
  suite: z.string(),
  settings: z.record(z.string(), z.string()),
  seed: z.int(),
  limit: z.int().optional(),
  /** When and at which commit these values were accepted. */
  accepted: z.iso.date(),
  commit: z.string(),
  figures: z.array(
    z.strictObject({
      name: z.string(),
      scope: z.array(z.string()),
      value: z.number(),
      margin: z.number().nonnegative(),
      /** Why the margin is what it is. */
      because: z.string().min(1),
    }),
  ),
});
export type Baseline = z.infer<typeof Baseline>;

export interface Judgement {
  readonly name: string;
  readonly scope: readonly string[];
  readonly accepted: number;
  readonly margin: number;
  readonly value: number | null;
  readonly isHeld: boolean;
}

export const judgeRun = (
  figures: readonly RecordedFigure[],
  baseline: Baseline,
  { figures: kinds }: Pick<Suite, "figures">,
): Judgement[] => {
  const measured = new Map(figures.map((figure) => [placeOf(figure), figure.value]));
  return baseline.figures.map(({ name, scope, value: accepted, margin }) => {
    const value = measured.get(placeOf({ name, scope })) ?? null;
    const isLowerBetter = kinds[name]?.better === "lower";
    const fall =
      value === null ? Number.POSITIVE_INFINITY : isLowerBetter ? value - accepted : accepted - value;
    return { name, scope, accepted, margin, value, isHeld: fall <= margin + ROUNDING };
  });
};

/** 0.8 - 0.7 is a little more than 0.1. */
const ROUNDING = 1e-9;

export const judgementText = (
  { name, scope, accepted, margin, value, isHeld }: Judgement,
  { figures: kinds, name: suite }: Suite,
): string => {
  const unit = kinds[name]?.unit ?? "count";
  const label = `${suite} ${scopeName(scope, "en")}: ${kinds[name]?.label.en ?? name}`;
  const values = `${formatted(value, unit)} (accepted ${formatted(accepted, unit)}, margin ${formatted(margin, unit)})`;
  return `${isHeld ? "held  " : "FELL  "} ${label} ${values}`;
};
