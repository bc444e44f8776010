// The pixels that are measured: at most nine crops at native resolution. A resized picture would hide
// exactly what is looked for here (noise, fine blur, block edges), so nothing is ever scaled.
import type { Picture } from "../picture.ts";

const SPANS_A_SIDE = 3;
const PIXEL_BUDGET = 200_000;
/** Crops start on the 8 x 8 grid of the picture, so that JPEG blocks keep their phase. */
const GRID_PX = 8;

/** Luminance of one part of a picture, 0 to 255, and where that part begins. */
export interface Crop {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly luminance: Float32Array;
}

/** Every second line of a large crop says as much as all of them, in half the time. */
export const lineStepOf = ({ luminance }: Crop): number => (luminance.length >= LARGE_CROP ? 2 : 1);
const LARGE_CROP = 20_000;

interface Span {
  readonly startPx: number;
  readonly lengthPx: number;
}

/** The whole picture when it is small, else a grid of crops spread from edge to edge. */
export const takeCrops = (picture: Picture): Crop[] => {
  const { widthPx, heightPx } = picture;
  const rowsPx = Math.max(Math.sqrt(PIXEL_BUDGET), PIXEL_BUDGET / widthPx);
  const columnsPx = PIXEL_BUDGET / Math.min(heightPx, rowsPx);
  const columns = spansOf(widthPx, columnsPx);
  return spansOf(heightPx, rowsPx).flatMap((row) => columns.map((column) => cropOf(picture, column, row)));
};

const spansOf = (sidePx: number, measuredPx: number): Span[] => {
  if (sidePx <= measuredPx) return [{ startPx: 0, lengthPx: sidePx }];
  const lengthPx = Math.max(GRID_PX, Math.floor(measuredPx / SPANS_A_SIDE / GRID_PX) * GRID_PX);
  const gapPx = (sidePx - lengthPx) / (SPANS_A_SIDE - 1);
  return Array.from({ length: SPANS_A_SIDE }, (_, index) => ({
    startPx: Math.floor((index * gapPx) / GRID_PX) * GRID_PX,
    lengthPx,
  }));
};

const cropOf = ({ widthPx, rgb }: Picture, column: Span, row: Span): Crop => {
  const luminance = new Float32Array(column.lengthPx * row.lengthPx);
  let target = 0;
  for (let y = 0; y < row.lengthPx; y++) {
    let source = ((row.startPx + y) * widthPx + column.startPx) * 3;
    for (let x = 0; x < column.lengthPx; x++, source += 3) {
      // Rec. 601 luma, the one that JPEG codes.
      luminance[target++] = 0.299 * rgb[source]! + 0.587 * rgb[source + 1]! + 0.114 * rgb[source + 2]!;
    }
  }
  return {
    leftPx: column.startPx,
    topPx: row.startPx,
    widthPx: column.lengthPx,
    heightPx: row.lengthPx,
    luminance,
  };
};
