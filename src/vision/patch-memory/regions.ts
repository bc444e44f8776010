// Where the picture is suspicious: connected parts of the distance map above the threshold, as boxes in
// source-image pixels.
import type { Box } from "../../domain/region.ts";
import type { DistanceMap } from "./distance-map.ts";

export interface SuspiciousBox extends Box {
  /** The largest distance inside. */
  readonly distance: number;
  readonly areaPx: number;
}

/** More than this many are noise to a reader; the strongest stay. */
const MOST_REGIONS = 12;

/** Boxes around the connected parts (eight neighbours) above `threshold`, strongest first. */
export const regionsAbove = (
  map: DistanceMap,
  threshold: number,
  source: { widthPx: number; heightPx: number },
): SuspiciousBox[] =>
  partsAbove(map, threshold, source)
    .sort((a, b) => b.distance - a.distance)
    .slice(0, MOST_REGIONS);

/** All of them, in the order of their first samples. */
export const partsAbove = (
  map: DistanceMap,
  threshold: number,
  source: { widthPx: number; heightPx: number },
): SuspiciousBox[] => {
  const seen = new Uint8Array(map.distances.length);
  const parts: Part[] = [];
  map.distances.forEach((distance, index) => {
    if (distance > threshold && !seen[index]) parts.push(floodFill(map, { index, threshold, seen }));
  });
  return parts.map((part) => boxOf(part, map, source));
};

/** A spot reaches as far as distances stay above this share of the map's maximum. */
const SPOT_SHARE = 0.75;

/** The box around the maximum: there is one on every picture, suspicious or not. */
export const strongestSpot = (map: DistanceMap, source: { widthPx: number; heightPx: number }): Box => {
  const [spot] = regionsAbove(map, SPOT_SHARE * map.maximum, source);
  if (!spot) return { x: 0, y: 0, width: source.widthPx, height: source.heightPx };
  const { x, y, width, height } = spot;
  return { x, y, width, height };
};

interface Part {
  left: number;
  right: number;
  top: number;
  bottom: number;
  samples: number;
  distance: number;
}

const floodFill = (
  { distances, rows, columns }: DistanceMap,
  { index, threshold, seen }: { index: number; threshold: number; seen: Uint8Array },
): Part => {
  const part: Part = {
    left: columns,
    right: 0,
    top: rows,
    bottom: 0,
    samples: 0,
    distance: Number.NEGATIVE_INFINITY,
  };
  const open = [index];
  seen[index] = 1;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [row, column] = [Math.floor(next / columns), next % columns];
    grow(part, { row, column, distance: distances[next]! });
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
        const neighbour = y * columns + x;
        if (seen[neighbour] || !(distances[neighbour]! > threshold)) continue;
        seen[neighbour] = 1;
        open.push(neighbour);
      }
    }
  }
  return part;
};

const grow = (
  part: Part,
  { row, column, distance }: { row: number; column: number; distance: number },
): void => {
  part.left = Math.min(part.left, column);
  part.right = Math.max(part.right, column);
  part.top = Math.min(part.top, row);
  part.bottom = Math.max(part.bottom, row);
  part.samples++;
  part.distance = Math.max(part.distance, distance);
};

const boxOf = (
  part: Part,
  { rows, columns }: DistanceMap,
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
): SuspiciousBox => {
  const [stepX, stepY] = [widthPx / columns, heightPx / rows];
  const [x, y] = [Math.floor(part.left * stepX), Math.floor(part.top * stepY)];
  return {
    x,
    y,
    width: Math.min(widthPx, Math.ceil((part.right + 1) * stepX)) - x,
    height: Math.min(heightPx, Math.ceil((part.bottom + 1) * stepY)) - y,
    distance: part.distance,
    areaPx: Math.max(1, Math.round(part.samples * stepX * stepY)),
  };
};
