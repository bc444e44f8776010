import type { Plane } from "./plane.ts";

/** The pixels of a plane that say something of its position, and its slopes there. */
export interface Edges {
  readonly count: number;
  /** Middles of the pixels, in continuous coordinates. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly values: Float64Array;
  readonly slopeX: Float64Array;
  readonly slopeY: Float64Array;
  readonly middleX: number;
  readonly middleY: number;
}

/** Those whose slope (central differences) is above the plane's mean; a flat surface has no position. */
export const findEdges = (plane: Plane): Edges => {
  const { widthPx, heightPx, values } = plane;
  const chosen = steepPixels(plane);
  const along = (step: number) =>
    Float64Array.from(chosen, (i) => (values[i + step]! - values[i - step]!) / 2);
  return {
    count: chosen.length,
    x: Float64Array.from(chosen, (i) => (i % widthPx) + 0.5),
    y: Float64Array.from(chosen, (i) => Math.floor(i / widthPx) + 0.5),
    values: Float64Array.from(chosen, (i) => values[i]!),
    slopeX: along(1),
    slopeY: along(widthPx),
    middleX: widthPx / 2,
    middleY: heightPx / 2,
  };
};

const steepPixels = ({ widthPx, heightPx, values }: Plane): Int32Array => {
  const steepness = new Float32Array(values.length);
  let sum = 0;
  for (let y = 1; y < heightPx - 1; y++) {
    for (let i = y * widthPx + 1; i < (y + 1) * widthPx - 1; i++) {
      const across = values[i + 1]! - values[i - 1]!;
      const down = values[i + widthPx]! - values[i - widthPx]!;
      steepness[i] = across * across + down * down;
      sum += steepness[i]!;
    }
  }
  const limit = sum / values.length;
  const chosen = new Int32Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) if (steepness[i]! > limit) chosen[count++] = i;
  return chosen.subarray(0, count);
};
