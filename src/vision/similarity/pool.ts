// Many patch vectors to one: their mean over a box, seen from what is usual (the mean over the good pictures)
// and brought to length 1. Without the shift all pictures of one product point the same way and every cosine is
// close to 1; with it the cosine compares how two pictures differ from the good ones.
import type { Box } from "../../domain/region.ts";
import type { Size } from "../input-size.ts";
import type { PatchGrid } from "../patch-memory/extract-patches.ts";

/** A unit vector; zeros where the mean is the centre itself. `box` is in pixels of `size`, the network's input. */
export const describePatches = (
  grid: PatchGrid,
  centre: Float32Array,
  { box, size }: { box?: Box | undefined; size: Size },
): Float32Array => {
  const mean = weightedMean(
    grid,
    coverOf(grid, box ?? { x: 0, y: 0, width: size.widthPx, height: size.heightPx }, size),
  );
  return unit(mean.map((value, i) => value - centre[i]!));
};

/** The share of each patch's square that lies in the box, row by row. */
const coverOf = ({ rows, columns }: PatchGrid, box: Box, { widthPx, heightPx }: Size): Float64Array => {
  const across = overlaps(columns, widthPx / columns, [box.x, box.x + box.width]);
  const down = overlaps(rows, heightPx / rows, [box.y, box.y + box.height]);
  const cover = new Float64Array(rows * columns);
  for (let i = 0; i < cover.length; i++) cover[i] = down[Math.floor(i / columns)]! * across[i % columns]!;
  return cover;
};

const overlaps = (cells: number, length: number, [from, to]: readonly [number, number]): Float64Array =>
  Float64Array.from({ length: cells }, (_, i) =>
    Math.max(0, Math.min(to, (i + 1) * length) - Math.max(from, i * length)),
  );

const weightedMean = ({ patches }: PatchGrid, weights: Float64Array): Float64Array => {
  const dimensions = patches.dims[1] ?? 0;
  const mean = new Float64Array(dimensions);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  weights.forEach((weight, patch) => {
    if (weight === 0) return;
    for (let j = 0; j < dimensions; j++) mean[j]! += (weight / total) * patches.data[patch * dimensions + j]!;
  });
  return mean;
};

const unit = (vector: Float64Array): Float32Array => {
  const length = Math.hypot(...vector);
  return Float32Array.from(vector, (value) => (length > 0 ? value / length : 0));
};
