// Light of one point of the part spread over several pixels: by the lens, by movement, by a soft filter.
import type { Picture } from "../../src/vision/picture.ts";
import { mirrored, pictureOf } from "./pixels.ts";
import type { Random } from "./random.ts";

/** An even disk, each pixel weighted by the part of it that lies inside. */
export const defocused = (picture: Picture, radiusPx: number): Picture => {
  const reach = Math.ceil(radiusPx + 0.5);
  const kernel = gridKernel(reach, (x, y) => {
    let inside = 0;
    for (let i = 0; i < FINE * FINE; i++) {
      const [dx, dy] = [((i % FINE) + 0.5) / FINE - 0.5, (Math.floor(i / FINE) + 0.5) / FINE - 0.5];
      if (Math.hypot(x + dx, y + dy) <= radiusPx) inside++;
    }
    return inside;
  });
  return convolved(picture, kernel);
};
const FINE = 8;

/** A straight, even movement; `angle` in radians, clockwise from the x axis. */
export const moved = (picture: Picture, lengthPx: number, angle: number): Picture => {
  const reach = Math.ceil(lengthPx / 2) + 1;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const kernel = gridKernel(reach, (x, y) => {
    // A line one pixel wide: the pixel's distance from it along and across.
    const along = Math.abs(x * cos + y * sin);
    const across = Math.abs(y * cos - x * sin);
    return within(lengthPx / 2 + 0.5 - along) * within(1 - across);
  });
  return convolved(picture, kernel);
};

export const movedAnyWay = (picture: Picture, lengthPx: number, random: Random): Picture =>
  moved(picture, lengthPx, random.uniform(0, Math.PI));

const within = (share: number): number => Math.min(1, Math.max(0, share));

/** Separable, cut off at four standard deviations. */
export const softened = (picture: Picture, sigmaPx: number): Picture => {
  const reach = Math.ceil(4 * sigmaPx);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-0.5 * ((i - reach) / sigmaPx) ** 2),
  );
  const tapsAlong = (way: "x" | "y"): Tap[] =>
    weights.map((weight, i) => ({ x: way === "x" ? i - reach : 0, y: way === "y" ? i - reach : 0, weight }));
  const rows = summed(picture, { values: picture.rgb, taps: tapsAlong("x") });
  return pictureOf(picture, summed(picture, { values: rows, taps: tapsAlong("y") }));
};

interface Tap {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

const gridKernel = (reach: number, weightAt: (x: number, y: number) => number): Tap[] => {
  const taps: Tap[] = [];
  for (let y = -reach; y <= reach; y++) {
    for (let x = -reach; x <= reach; x++) {
      const weight = weightAt(x, y);
      if (weight > 0) taps.push({ x, y, weight });
    }
  }
  return taps;
};

const convolved = (picture: Picture, taps: readonly Tap[]): Picture =>
  pictureOf(picture, summed(picture, { values: picture.rgb, taps }));

/** Weighted mean over the taps: one addition of a shifted picture for each. */
const summed = (
  { widthPx, heightPx, rgb }: Picture,
  { values, taps }: { readonly values: ArrayLike<number>; readonly taps: readonly Tap[] },
): Float32Array => {
  const total = taps.reduce((sum, { weight }) => sum + weight, 0);
  const sums = new Float32Array(rgb.length);
  for (const tap of taps) {
    const share = tap.weight / total;
    const columns = Int32Array.from({ length: widthPx }, (_, x) => 3 * mirrored(x + tap.x, widthPx));
    for (let y = 0, to = 0; y < heightPx; y++) {
      const line = 3 * widthPx * mirrored(y + tap.y, heightPx);
      for (let x = 0; x < widthPx; x++, to += 3) {
        const from = line + columns[x]!;
        sums[to] = sums[to]! + share * values[from]!;
        sums[to + 1] = sums[to + 1]! + share * values[from + 1]!;
        sums[to + 2] = sums[to + 2]! + share * values[from + 2]!;
      }
    }
  }
  return sums;
};
