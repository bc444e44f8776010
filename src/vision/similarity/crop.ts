// The part of a picture around a defect: a square with some ground about it, at the picture's own resolution,
// so that a small defect is not lost in the whole. The network sees every such part at the same size.
import type { Box } from "../../domain/region.ts";
import type { FeatureModel } from "../../inference/model-store.ts";
import { inputSize, resizePicture, type Size, scaledBox } from "../input-size.ts";
import type { Picture } from "../picture.ts";

/** The square's side, as a multiple of the box's longer edge. */
const MARGIN = 1.5;
const SMALLEST_SIDE_PX = 48;
const INPUT_LONG_EDGE_PX = 160;

/** A picture at the network's size, and the box in it over which features are averaged. */
export interface PartInput {
  readonly input: Picture;
  /** In pixels of `input`; all of it when absent. */
  readonly box?: Box;
}

type InputRules = Pick<
  FeatureModel["card"]["input"],
  "multipleOfPx" | "minimumPx" | "isSquare" | "longEdgePx"
>;

/** The part of the picture that shows what lies in the box. */
export const partInput = async (
  picture: Picture,
  box: Box,
  { multipleOfPx, minimumPx, isSquare, longEdgePx }: InputRules,
): Promise<PartInput> => {
  const window = windowAround(box, picture);
  const size = inputSize(
    { widthPx: window.width, heightPx: window.height },
    // A network of one size sees parts at that size too.
    { longEdgePx: (isSquare && longEdgePx) || INPUT_LONG_EDGE_PX, multipleOfPx, minimumPx, isSquare },
  );
  const cut = cutOut(picture, window);
  const inside = { ...box, x: box.x - window.x, y: box.y - window.y };
  return { input: await resizePicture(cut, size), box: scaledBox(inside, cut, size) };
};

/** The same part at the picture's own resolution. */
export const pictureOfPart = (picture: Picture, box: Box): Picture =>
  cutOut(picture, windowAround(box, picture));

/** Whole pixels inside the picture; narrower than a square only where the picture is. */
export const windowAround = (box: Box, { widthPx, heightPx }: Size): Box => {
  const side = Math.round(Math.max(MARGIN * Math.max(box.width, box.height), SMALLEST_SIDE_PX));
  const [x, width] = spanAround(box.x + box.width / 2, side, widthPx);
  const [y, height] = spanAround(box.y + box.height / 2, side, heightPx);
  return { x, y, width, height };
};

const spanAround = (middle: number, side: number, available: number): readonly [number, number] => {
  const length = Math.min(side, available);
  const start = Math.round(middle - length / 2);
  return [Math.max(0, Math.min(available - length, start)), length];
};

const cutOut = ({ widthPx, rgb }: Picture, { x, y, width, height }: Box): Picture => {
  const cut = new Uint8Array(3 * width * height);
  for (let row = 0; row < height; row++) {
    const start = 3 * ((y + row) * widthPx + x);
    cut.set(rgb.subarray(start, start + 3 * width), 3 * row * width);
  }
  return { widthPx: width, heightPx: height, rgb: cut };
};
