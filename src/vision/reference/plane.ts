// One channel of a picture: what is compared is luminance, as in Wang et al. 2004.
import type { Size } from "../input-size.ts";
import type { Picture } from "../picture.ts";

/** Luminance from 0 to 255, row by row from the top left. */
export interface Plane extends Size {
  readonly values: Float32Array;
}

/** Rec. 601 luma of 8-bit RGB. */
export const luminanceOf = ({ widthPx, heightPx, rgb }: Picture): Plane => {
  const values = new Float32Array(widthPx * heightPx);
  for (let i = 0; i < values.length; i++)
    values[i] = 0.299 * rgb[3 * i]! + 0.587 * rgb[3 * i + 1]! + 0.114 * rgb[3 * i + 2]!;
  return { widthPx, heightPx, values };
};

/** The plane at half its size, each sample the mean of four; an odd last row or column falls away. */
export const halved = ({ widthPx, heightPx, values }: Plane): Plane => {
  const half = { widthPx: widthPx >> 1, heightPx: heightPx >> 1 };
  const means = new Float32Array(half.widthPx * half.heightPx);
  for (let y = 0, target = 0; y < half.heightPx; y++) {
    for (let x = 0, source = 2 * y * widthPx; x < half.widthPx; x++, source += 2, target++) {
      const pair = values[source]! + values[source + 1]!;
      means[target] = (pair + values[source + widthPx]! + values[source + widthPx + 1]!) / 4;
    }
  }
  return { ...half, values: means };
};
