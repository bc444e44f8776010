// A distance map has a sample every few pixels; truth is given for each pixel. Bilinear between the samples' centres
// and held at the edges, as the published pixel metrics enlarge their maps.
import type { Size } from "../../src/vision/input-size.ts";

export interface SampledMap {
  readonly rows: number;
  readonly columns: number;
  readonly distances: Float32Array;
}

export const enlarge = ({ rows, columns, distances }: SampledMap, size: Size): Float32Array => {
  const across = placesOf(columns, size.widthPx);
  const down = placesOf(rows, size.heightPx);
  const enlarged = new Float32Array(size.widthPx * size.heightPx);
  let i = 0;
  for (const { before: top, after: bottom, share: lower } of down) {
    for (const { before: left, after: right, share } of across) {
      const above = mixed(distances[top * columns + left]!, distances[top * columns + right]!, share);
      const below = mixed(distances[bottom * columns + left]!, distances[bottom * columns + right]!, share);
      enlarged[i++] = mixed(above, below, lower);
    }
  }
  return enlarged;
};

const mixed = (first: number, second: number, share: number): number => first + share * (second - first);

interface Place {
  readonly before: number;
  readonly after: number;
  /** How far it lies towards the sample after. */
  readonly share: number;
}

const placesOf = (samples: number, pixels: number): Place[] =>
  Array.from({ length: pixels }, (_, pixel) => {
    const place = Math.min(samples - 1, Math.max(0, ((pixel + 0.5) * samples) / pixels - 0.5));
    const before = Math.floor(place);
    return { before, after: Math.min(samples - 1, before + 1), share: place - before };
  });
