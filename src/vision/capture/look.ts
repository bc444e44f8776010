// What the grader's network is shown of a picture: nine crops at native resolution (a resized picture would hide
// exactly what is looked for) and measurements of the whole. training/capture-grade/look.py computes the same.
import type { Picture } from "../picture.ts";
import { measureLines } from "./lines.ts";
import { measureGrid, measureLevels, sampled } from "./whole-picture.ts";

export const CROP_PX = 96;
const DETAIL_LINE_STEP = 4;
/** Crops begin on the 8 x 8 grid of the picture, so that JPEG blocks keep their phase. */
const BLOCK_PX = 8;
/** Of the eighths of the room that a crop has along a side, the first and last place of each third. */
const THIRDS = [
  [0, 2],
  [3, 5],
  [6, 8],
] as const;

export interface Corner {
  readonly x: number;
  readonly y: number;
}

export interface Look {
  /** Grey levels of the crops, each in three planes: red, green, blue. */
  readonly crops: Uint8Array;
  /** Upper left corners of the crops, row by row. */
  readonly corners: readonly Corner[];
  readonly numbers: Float32Array;
}

export const lookAt = (picture: Picture): Look => {
  const seen = sampled(picture);
  const numbers = Float32Array.from([
    ...measureGrid(seen),
    ...measureLevels(seen),
    ...measureLines(picture, "rows"),
    ...measureLines(picture, "columns"),
  ]);
  const padded = atLeastACrop(picture);
  const corners = cornersOf(padded);
  return { crops: cropsAt(padded, corners), corners, numbers };
};

/** Three by three cells from edge to edge; in each the most detailed of four places, the first of equals. */
const cornersOf = (picture: Picture): Corner[] => {
  const [columns, rows] = [placesAlong(picture.widthPx), placesAlong(picture.heightPx)];
  return rows.flatMap((row) =>
    columns.map((column) => {
      const corners = row.flatMap((y) => column.map((x) => ({ x, y })));
      const details = corners.map((corner) => detailAt(picture, corner));
      return corners[details.indexOf(Math.max(...details))] ?? { x: 0, y: 0 };
    }),
  );
};

const placesAlong = (sidePx: number): number[][] => {
  const room = Math.floor((sidePx - CROP_PX) / BLOCK_PX);
  return THIRDS.map((ends) => [...new Set(ends.map((part) => BLOCK_PX * Math.floor((room * part) / 8)))]);
};

/** Sum of steps over two pixels of green along every fourth line. */
const detailAt = ({ widthPx, rgb }: Picture, { x, y }: Corner): number => {
  let sum = 0;
  for (let line = 0; line < CROP_PX; line += DETAIL_LINE_STEP) {
    const from = ((y + line) * widthPx + x) * 3 + 1;
    for (let i = from; i < from + 3 * (CROP_PX - 2); i += 3) sum += Math.abs(rgb[i + 6]! - rgb[i]!);
  }
  return sum;
};

const cropsAt = ({ widthPx, rgb }: Picture, corners: readonly Corner[]): Uint8Array => {
  const plane = CROP_PX * CROP_PX;
  const crops = new Uint8Array(corners.length * 3 * plane);
  corners.forEach(({ x, y }, index) => {
    for (let i = 0; i < plane; i++) {
      const source = ((y + Math.floor(i / CROP_PX)) * widthPx + x + (i % CROP_PX)) * 3;
      for (let channel = 0; channel < 3; channel++) {
        crops[(3 * index + channel) * plane + i] = rgb[source + channel]!;
      }
    }
  });
  return crops;
};

/** A smaller picture is mirrored at its right and lower edge. */
const atLeastACrop = (picture: Picture): Picture => {
  const { widthPx, heightPx, rgb } = picture;
  if (widthPx >= CROP_PX && heightPx >= CROP_PX) return picture;
  const [width, height] = [Math.max(widthPx, CROP_PX), Math.max(heightPx, CROP_PX)];
  const larger = new Uint8Array(3 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const source = (mirrored(y, heightPx) * widthPx + mirrored(x, widthPx)) * 3;
      larger.set(rgb.subarray(source, source + 3), (y * width + x) * 3);
    }
  }
  return { widthPx: width, heightPx: height, rgb: larger };
};

const mirrored = (position: number, sidePx: number): number => {
  const folded = position % (2 * sidePx);
  return folded < sidePx ? folded : 2 * sidePx - 1 - folded;
};
