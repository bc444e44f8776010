// The distance map in colour. The scale is the bank's, not the picture's: the threshold is the middle, so
// that two pictures of a product can be compared and a good part looks calm.
import sharp from "sharp";
import type { Size } from "../input-size.ts";
import type { DistanceMap } from "../patch-memory/distance-map.ts";
import { infernoAt } from "./colour-map.ts";

export interface HeatMapOptions {
  readonly size: Size;
  /** The distance in the middle of the scale. */
  readonly threshold: number;
}

/** RGB pixels of the whole map. */
export const drawHeatMap = async (map: DistanceMap, { size, threshold }: HeatMapOptions): Promise<Buffer> =>
  sharp(colours(map, { threshold }), { raw: { width: map.columns, height: map.rows, channels: 4 } })
    .removeAlpha()
    .resize(size.widthPx, size.heightPx, { fit: "fill", kernel: "cubic" })
    .raw()
    .toBuffer();

/** RGBA pixels that let the picture through where nothing is suspicious. */
export const drawHeatVeil = async (map: DistanceMap, { size, threshold }: HeatMapOptions): Promise<Buffer> =>
  sharp(colours(map, { threshold, veiled: true }), {
    raw: { width: map.columns, height: map.rows, channels: 4 },
  })
    .resize(size.widthPx, size.heightPx, { fit: "fill", kernel: "cubic" })
    .raw()
    .toBuffer();

const VEIL = 0.62;

const colours = (
  { distances }: DistanceMap,
  { threshold, veiled = false }: { threshold: number; veiled?: boolean },
): Buffer => {
  const pixels = Buffer.alloc(4 * distances.length);
  distances.forEach((distance, i) => {
    const share = distance / (2 * threshold);
    const opacity = veiled ? VEIL * Math.min(1, Math.max(0, 4 * share - 1.6)) : 1;
    pixels.set([...infernoAt(share), Math.round(255 * opacity)], 4 * i);
  });
  return pixels;
};
