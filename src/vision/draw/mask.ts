// What is suspicious in white, everything else in black: for programs that compare regions or cut them out.
import sharp from "sharp";
import type { Size } from "../input-size.ts";
import type { DistanceMap } from "../patch-memory/distance-map.ts";

/** A PNG of one channel, in the size of the inspected picture. */
export const drawMask = async (
  { distances, rows, columns }: DistanceMap,
  { size, threshold }: { readonly size: Size; readonly threshold: number },
): Promise<Uint8Array> => {
  const pixels = Uint8Array.from(distances, (distance) => (distance > threshold ? 255 : 0));
  return sharp(pixels, { raw: { width: columns, height: rows, channels: 1 } })
    .resize(size.widthPx, size.heightPx, { fit: "fill", kernel: "nearest" })
    .toColourspace("b-w")
    .png()
    .toBuffer();
};
