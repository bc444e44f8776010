// The same photograph in other bytes: compressed again, made smaller, brightened. Seen
// through thumbnails of equal mean and contrast, such copies hardly differ at all.
import { resizePicture } from "../input-size.ts";
import type { Picture } from "../picture.ts";
import { luminanceOf } from "../reference/plane.ts";
import { median } from "./deviations.ts";

/** Luminance at a fixed size, of mean 0 and length 1. */
export type Thumbnail = Float32Array;

const EDGE_PX = 32;
/** Of what two good pictures usually differ by: copies stay below 0.02, different photographs above 0.06. */
const DUPLICATE_SHARE = 0.03;

export const thumbnailOf = async (picture: Picture): Promise<Thumbnail> => {
  const { values } = luminanceOf(await resizePicture(picture, { widthPx: EDGE_PX, heightPx: EDGE_PX }));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const length = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0));
  return values.map((value) => (length > 0 ? (value - mean) / length : 0));
};

export interface Duplicates {
  /** Places in the list of thumbnails. */
  readonly places: readonly number[];
  /** The largest between a picture of the group and the one nearest to it. */
  readonly difference: number;
  /** The median over all pairs. */
  readonly usual: number;
}

/** Groups of pictures that are copies of each other. Fewer than three pictures tell nothing of what is usual. */
export const nearDuplicates = (thumbnails: readonly Thumbnail[]): Duplicates[] => {
  if (thumbnails.length < 3) return [];
  const differences = thumbnails.map((one) => thumbnails.map((other) => differenceOf(one, other)));
  const usual = median(differences.flatMap((row, i) => row.slice(i + 1)));
  const groups: number[][] = [];
  thumbnails.forEach((_, i) => {
    const isCopy = (j: number) => (differences[i]?.[j] ?? 2) < DUPLICATE_SHARE * usual;
    const group = groups.find((places) => places.some(isCopy));
    if (group) group.push(i);
    else groups.push([i]);
  });
  const nearest = differences.map((row, i) => Math.min(...row.filter((_, j) => j !== i)));
  return groups
    .filter((places) => places.length > 1)
    .map((places) => ({
      places,
      difference: Math.max(...places.map((place) => nearest[place] ?? 0)),
      usual,
    }));
};

const differenceOf = (one: Thumbnail, other: Thumbnail): number =>
  Math.max(0, 1 - one.reduce((sum, value, i) => sum + value * other[i]!, 0));
