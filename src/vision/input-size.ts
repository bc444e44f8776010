// The size at which a network sees a picture. It belongs to the bank: near the pictures' own resolution,
// up to 384 px along the longer edge, never up-sampled. Each picture keeps its own shape.
import sharp from "sharp";
import type { Box } from "../domain/region.ts";
import type { ResizeKernel } from "../inference/picture-size.ts";
import type { Picture } from "./picture.ts";

const LARGEST_INPUT_PX = 384;

export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The longer edge of the network's input for these good pictures: their median one, 384 px at the most. */
export const inputLongEdge = (sizes: readonly Size[]): number => {
  const edges = sizes.map(({ widthPx, heightPx }) => Math.max(widthPx, heightPx)).sort((a, b) => a - b);
  return Math.min(LARGEST_INPUT_PX, edges[edges.length >> 1] ?? LARGEST_INPUT_PX);
};

/** A picture's input size: its longer edge scaled to `longEdgePx`, both edges multiples of `multipleOfPx`. */
export const inputSize = (
  { widthPx, heightPx }: Size,
  {
    longEdgePx,
    multipleOfPx,
    minimumPx,
    isSquare = false,
  }: { longEdgePx: number; multipleOfPx: number; minimumPx: number; isSquare?: boolean | undefined },
): Size => {
  if (isSquare) return { widthPx: longEdgePx, heightPx: longEdgePx };
  const scale = longEdgePx / Math.max(widthPx, heightPx);
  const inputEdge = (edge: number) =>
    Math.max(Math.ceil(minimumPx / multipleOfPx), Math.round((edge * scale) / multipleOfPx)) * multipleOfPx;
  return { widthPx: inputEdge(widthPx), heightPx: inputEdge(heightPx) };
};

/** Resized with Lanczos unless a model was trained with another kernel; the same pixels always give the same result. */
export const resizePicture = async (
  picture: Picture,
  size: Size,
  kernel: ResizeKernel = "lanczos3",
): Promise<Picture> => {
  if (size.widthPx === picture.widthPx && size.heightPx === picture.heightPx) return picture;
  const raw = { width: picture.widthPx, height: picture.heightPx, channels: 3 } as const;
  const rgb = await sharp(picture.rgb, { raw })
    .resize(size.widthPx, size.heightPx, { fit: "fill", kernel })
    .raw()
    .toBuffer();
  return { ...size, rgb };
};

/** The same box on the same picture at another size. */
export const scaledBox = (box: Box, from: Size, to: Size): Box => {
  const [across, down] = [to.widthPx / from.widthPx, to.heightPx / from.heightPx];
  return { x: box.x * across, y: box.y * down, width: box.width * across, height: box.height * down };
};
