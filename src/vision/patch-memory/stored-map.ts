// A distance map as the record keeps it, and its maximum outside an area.
import type { Box } from "../../domain/region.ts";
import type { Size } from "../input-size.ts";
import type { DistanceMap } from "./distance-map.ts";
import { decodeTensor } from "./tensor-file.ts";

export const decodeMap = (bytes: Uint8Array): DistanceMap => {
  const { data, dims } = decodeTensor(bytes, "distances");
  const [rows = 0, columns = 0] = dims;
  return { rows, columns, distances: data, maximum: highestOf(data) };
};

/** The same map with nothing in the box, given in pixels of a picture of that size. A sample counts as in the box when its middle is. */
export const withoutBox = (map: DistanceMap, box: Box, { widthPx, heightPx }: Size): DistanceMap => {
  const { rows, columns } = map;
  const isInside = (index: number): boolean => {
    const x = (((index % columns) + 0.5) * widthPx) / columns;
    const y = ((Math.floor(index / columns) + 0.5) * heightPx) / rows;
    return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
  };
  const distances = map.distances.map((distance, index) => (isInside(index) ? 0 : distance));
  return { rows, columns, distances, maximum: highestOf(distances) };
};

const highestOf = (distances: Float32Array): number =>
  distances.reduce((highest, distance) => Math.max(highest, distance), 0);
