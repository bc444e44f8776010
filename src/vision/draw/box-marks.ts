// Boxes over a picture, as SVG. Regions of the anomaly map are white and numbered at the top left. Boxes for phrases
// carry their evidence's id at the bottom right: blue and whole where the anomaly map supports them, orange and broken
// where it does not, so that they are told apart without colours too (Okabe and Ito 2008).
import type { Box } from "../../domain/region.ts";
import type { Size } from "../input-size.ts";
import { drawMark, markWidth } from "./glyphs.ts";

export interface GroundedMark {
  /** In source pixels. */
  readonly box: Box;
  /** The id of its evidence: `G1`. */
  readonly id: string;
  readonly isSupported: boolean;
}

export interface MarkedBoxes {
  /** Numbered from 1 in this order. */
  readonly regions: readonly Box[];
  readonly grounded: readonly GroundedMark[];
}

/** `scale`: from source pixels to those of the drawing. */
export const drawBoxes = ({ regions, grounded }: MarkedBoxes, size: Size, scale: number): string => {
  const { widthPx, heightPx } = size;
  const unit = Math.max(1, Math.max(widthPx, heightPx) / 400);
  const marks = [
    ...regions.map((region, i) =>
      boxMark(scaled(region, scale), { ...REGION, mark: `${i + 1}`, unit, size }),
    ),
    ...grounded.map(({ box, id, isSupported }) =>
      boxMark(scaled(box, scale), { ...(isSupported ? SUPPORTED : UNSUPPORTED), mark: id, unit, size }),
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" fill="none">${marks.join("")}</svg>`;
};

interface Look {
  readonly colour: string;
  readonly isBroken: boolean;
  /** Where its mark stands. */
  readonly corner: "top-left" | "bottom-right";
}

const REGION: Look = { colour: "#fff", isBroken: false, corner: "top-left" };
const SUPPORTED: Look = { colour: "#56b4e9", isBroken: false, corner: "bottom-right" };
const UNSUPPORTED: Look = { colour: "#e69f00", isBroken: true, corner: "bottom-right" };

interface Drawing extends Look {
  readonly mark: string;
  readonly unit: number;
  readonly size: Size;
}

/** A line on a dark one, so that it shows on any ground. */
const boxMark = (box: Box, drawing: Drawing): string => {
  const { colour, isBroken, mark, unit } = drawing;
  const frame = `x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="${2 * unit}"`;
  const dashes = isBroken ? ` stroke-dasharray="${6 * unit} ${4 * unit}"` : "";
  const tag = { width: (markWidth(mark) + 6) * unit, height: 13 * unit };
  const { x, y } = tagPlace(box, tag, drawing);
  return [
    `<rect ${frame} stroke="#000" stroke-opacity="0.55" stroke-width="${3 * unit}"${dashes}/>`,
    `<rect ${frame} stroke="${colour}" stroke-width="${1.4 * unit}"${dashes}/>`,
    `<rect x="${x}" y="${y}" width="${tag.width}" height="${tag.height}" rx="${2 * unit}" fill="${colour}"/>`,
    `<g transform="translate(${x + 3 * unit} ${y + 3 * unit}) scale(${unit})" stroke="#111" stroke-width="1.1">${drawMark(mark)}</g>`,
  ].join("");
};

/** Outside of the box where there is room, else inside. */
const tagPlace = (
  box: Box,
  tag: { width: number; height: number },
  { corner, size }: Drawing,
): { x: number; y: number } => {
  if (corner === "top-left") {
    return {
      x: Math.min(box.x, size.widthPx - tag.width),
      y: box.y >= tag.height ? box.y - tag.height : box.y,
    };
  }
  const bottom = box.y + box.height;
  return {
    x: Math.max(0, box.x + box.width - tag.width),
    y: bottom + tag.height <= size.heightPx ? bottom : bottom - tag.height,
  };
};

const scaled = ({ x, y, width, height }: Box, scale: number): Box => ({
  x: x * scale,
  y: y * scale,
  width: width * scale,
  height: height * scale,
});
