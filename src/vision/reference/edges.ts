import type { Plane } from "./plane.ts";

/** The pixels of a plane that say something of its position, and its slopes there. */
export interface Edges {
  readonly count: number;
  /** Middles of the pixels, in continuous coordinates. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly values: Float32Array;
  readonly slopeX: Float32Array;
  readonly slopeY: Float32Array;
  readonly middleX: number;
  readonly middleY: number;
}

/** More edges than this make a pose no better; of a plane with more every second, third … is taken. */
const MOST_EDGES = 16_384;

/** Pixels whose slope (central differences) is above the plane's mean; a flat surface has no position. */
export const findEdges = (plane: Plane): Edges => {
  const { widthPx, heightPx, values } = plane;
  const chosen = steepPixels(plane);
  const stride = Math.ceil(chosen.length / MOST_EDGES);
  const count = Math.floor(chosen.length / Math.max(1, stride));
  const column = () => new Float32Array(count);
  const edges = { x: column(), y: column(), values: column(), slopeX: column(), slopeY: column() };
  for (let k = 0; k < count; k++) {
    const i = chosen[k * stride]!;
    const row = Math.floor(i / widthPx);
    edges.x[k] = i - row * widthPx + 0.5;
    edges.y[k] = row + 0.5;
    edges.values[k] = values[i]!;
    edges.slopeX[k] = (values[i + 1]! - values[i - 1]!) / 2;
    edges.slopeY[k] = (values[i + widthPx]! - values[i - widthPx]!) / 2;
  }
  return { ...edges, count, middleX: widthPx / 2, middleY: heightPx / 2 };
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
