// Columns one after another, rows of a table one below another. Both have an empty strip between left and right;
// columns are told by their prose: lines of some length on both sides of the strip. What crosses the strip, as a
// title does, divides the page into bands, and each band is judged by itself.
import type { Segment } from "./page-text.ts";

/** Half the width of the strip between two columns, in points. */
const HALF_STRIP_PT = 3;
const STEP_PT = 2;
const FEWEST_LINES = 3;
/** In sizes of the font: about twenty Latin letters, ten Korean ones. */
const PROSE_WIDTH = 9;

/** Rows of segments from left to right. */
export const inReadingOrder = (segments: readonly Segment[]): Segment[][] => {
  const strip = findStrip(segments);
  if (strip === undefined) return asRows(segments);
  return bandsOf(segments, strip).flatMap((band) => {
    const { left, right } = sidesOf(band, strip);
    return isColumns(left, right) ? [...inReadingOrder(left), ...inReadingOrder(right)] : asRows(band);
  });
};

/** Where the fewest lines are cut while both sides hold prose; undefined for a page of one column. */
const findStrip = (segments: readonly Segment[]): number | undefined => {
  const first = Math.min(...segments.map(({ left }) => left));
  const last = Math.max(...segments.map(({ right }) => right));
  let best: { x: number; crossing: number; columns: number } | undefined;
  for (let x = first + STEP_PT; x < last; x += STEP_PT) {
    const crossing = segments.filter((segment) => crosses(segment, x)).length;
    const sides = sidesOf(segments, x);
    const fewest = Math.min(sides.left.length, sides.right.length);
    if (fewest < FEWEST_LINES || crossing > segments.length / 2 || crossing > (best?.crossing ?? crossing))
      continue;
    const columns = bandsOf(segments, x)
      .map((band) => sidesOf(band, x))
      .filter(({ left, right }) => isColumns(left, right))
      .reduce((sum, { left, right }) => sum + Math.min(left.length, right.length), 0);
    if (columns > 0 && (!best || crossing < best.crossing || columns > best.columns)) {
      best = { x, crossing, columns };
    }
  }
  return best?.x;
};

const crosses = ({ left, right }: Segment, x: number): boolean =>
  left < x + HALF_STRIP_PT && right > x - HALF_STRIP_PT;

const sidesOf = (band: readonly Segment[], x: number): { left: Segment[]; right: Segment[] } => ({
  left: band.filter((segment) => segment.right <= x),
  right: band.filter((segment) => segment.right > x),
});

/** What crosses the strip is a band of its own; so is all that lies between two of them. */
const bandsOf = (segments: readonly Segment[], x: number): Segment[][] => {
  const bands: Segment[][] = [];
  let isOpen = false;
  for (const row of asRows(segments)) {
    const isCrossing = row.some((segment) => crosses(segment, x));
    if (isCrossing || !isOpen) bands.push(row);
    else bands.at(-1)?.push(...row);
    isOpen = !isCrossing;
  }
  return bands;
};

const isColumns = (left: readonly Segment[], right: readonly Segment[]): boolean =>
  [left, right].every((side) => asRows(side).length >= FEWEST_LINES && typicalWidth(side) >= PROSE_WIDTH);

const typicalWidth = (segments: readonly Segment[]): number => {
  const widths = segments.map(({ left, right, height }) => (right - left) / height).toSorted((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
};

const asRows = (segments: readonly Segment[]): Segment[][] => {
  const rows: Segment[][] = [];
  for (const segment of segments.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const isBeside =
      row?.[0] && Math.abs(row[0].y - segment.y) < 0.5 * Math.min(row[0].height, segment.height);
    if (row && isBeside) row.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.left - b.left));
};
