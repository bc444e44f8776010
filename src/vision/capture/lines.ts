// How much single rows or columns of the sensor stand out from their two neighbours.
import type { Box } from "../../domain/region.ts";
import type { Picture } from "../picture.ts";

/** Pixels of a line that are looked at: between one and two times as many. */
const SEEN_A_LINE = 256;
const FEWEST_LINES = 8;

export interface LineStep {
  /** Mean difference from the mean of the two neighbours, grey levels of green. */
  readonly mean: number;
  /** 1 where all pixels of the line differ in the same sense, 0 where they cancel out. */
  readonly agreement: number;
}

/** From the second to the last but one; none of a picture that is too small. */
export const lineSteps = ({ widthPx, heightPx, rgb }: Picture, way: "rows" | "columns"): LineStep[] => {
  const [count, lengthPx] = way === "rows" ? [heightPx, widthPx] : [widthPx, heightPx];
  if (count < FEWEST_LINES) return [];
  const [toNext, along] = way === "rows" ? [3 * widthPx, 3] : [3, 3 * widthPx];
  const step = Math.max(1, Math.floor(lengthPx / SEEN_A_LINE));
  return Array.from({ length: count - 2 }, (_, index) => {
    let [sum, signs, seen] = [0, 0, 0];
    for (let i = 0; i < lengthPx; i += step, seen++) {
      const place = (index + 1) * toNext + i * along + 1;
      const away = rgb[place]! - (rgb[place - toNext]! + rgb[place + toNext]!) / 2;
      sum += away;
      signs += Math.sign(away);
    }
    return { mean: sum / seen, agreement: Math.abs(signs / seen) };
  });
};

/** Size of the largest, 2nd, 5th and median step (logarithmic), agreement at the largest, share of lines that agree. */
export const measureLines = (picture: Picture, way: "rows" | "columns"): number[] => {
  const steps = lineSteps(picture, way);
  if (steps.length === 0) return [0, 0, 0, 0, 0, 0];
  const ordered = steps.toSorted((a, b) => Math.abs(b.mean) - Math.abs(a.mean));
  const places = [0, 1, Math.min(4, steps.length - 1), Math.floor(steps.length / 2)];
  return [
    ...places.map((place) => Math.log2(1 + Math.abs(ordered[place]?.mean ?? 0)) / 8),
    ordered[0]?.agreement ?? 0,
    steps.filter(({ agreement }) => agreement > 0.8).length / steps.length,
  ];
};

const AGREEING = 0.8;
/** Of the strongest step, from which a line counts as faulty like it; the neighbours of a faulty line show half. */
const LIKE_STRONGEST = 0.6;

/** The box around all rows, or all columns, that stand out like the one that stands out most. */
export const faultyLines = (picture: Picture): Box | undefined => {
  const rows = { way: "rows", steps: lineSteps(picture, "rows") } as const;
  const columns = { way: "columns", steps: lineSteps(picture, "columns") } as const;
  const { way, steps } = strongest(rows.steps) >= strongest(columns.steps) ? rows : columns;
  const least = LIKE_STRONGEST * strongest(steps);
  const faulty = steps.flatMap(({ mean, agreement }, i) =>
    agreement > AGREEING && Math.abs(mean) >= least ? [i + 1] : [],
  );
  const [first, last] = [faulty[0], faulty.at(-1)];
  if (first === undefined || last === undefined || least === 0) return undefined;
  const { widthPx, heightPx } = picture;
  return way === "rows"
    ? { x: 0, y: first, width: widthPx, height: last - first + 1 }
    : { x: first, y: 0, width: last - first + 1, height: heightPx };
};

const strongest = (steps: readonly LineStep[]): number =>
  steps.reduce(
    (most, { mean, agreement }) => (agreement > AGREEING ? Math.max(most, Math.abs(mean)) : most),
    0,
  );
