// The inspected picture with what was found drawn over it: a veil of heat and boxes.
import sharp, { type OverlayOptions } from "sharp";
import type { Size } from "../input-size.ts";
import type { DistanceMap } from "../patch-memory/distance-map.ts";
import type { Picture } from "../picture.ts";
import { drawBoxes, type MarkedBoxes } from "./box-marks.ts";
import { drawHeatMap, drawHeatVeil } from "./heat-map.ts";

export interface Finding extends MarkedBoxes {
  readonly map: DistanceMap;
  /** The distance beyond which the picture is suspicious. */
  readonly threshold: number;
}

export interface FindingPictures {
  readonly overlay: Uint8Array;
  readonly heatMap: Uint8Array;
  readonly sideBySide: Uint8Array;
}

/** Drawn pictures are no larger than this along the longer edge. */
const LARGEST_DRAWN_PX = 1280;
const SEAM_PX = 8;

/** Three PNGs; without a finding each shows the picture alone. A reference stands second, side by side. */
export const drawFinding = async (
  picture: Picture,
  finding: Finding | undefined,
  reference?: Picture,
): Promise<FindingPictures> => {
  const scale = Math.min(1, LARGEST_DRAWN_PX / Math.max(picture.widthPx, picture.heightPx));
  const size = {
    widthPx: Math.round(picture.widthPx * scale),
    heightPx: Math.round(picture.heightPx * scale),
  };
  const source = await fitted(picture, size);
  const beside = reference ? [await fitted(reference, size)] : [];
  const overlay = finding ? await veil(source, size, { finding, scale }) : source;
  const heat = finding ? await drawHeatMap(finding.map, { size, threshold: finding.threshold }) : source;
  return {
    overlay: await png(overlay, size),
    heatMap: await png(heat, size),
    sideBySide: await abreast([source, ...beside, overlay, heat], size),
  };
};

/** Whole, in the middle of a panel of this size. */
const fitted = (picture: Picture, size: Size): Promise<Buffer> =>
  sharp(picture.rgb, { raw: rawOf(picture, 3) })
    .resize(size.widthPx, size.heightPx, { fit: "contain", background: "white" })
    .raw()
    .toBuffer();

const veil = async (
  source: Buffer,
  size: Size,
  { finding, scale }: { finding: Finding; scale: number },
): Promise<Buffer> => {
  const heat = await drawHeatVeil(finding.map, { size, threshold: finding.threshold });
  return sharp(source, { raw: rawOf(size, 3) })
    .composite([
      { input: heat, raw: rawOf(size, 4) },
      { input: Buffer.from(drawBoxes(finding, size, scale)) },
    ])
    .removeAlpha()
    .raw()
    .toBuffer();
};

const abreast = async (panels: readonly Buffer[], size: Size): Promise<Buffer> => {
  const parts: OverlayOptions[] = panels.map((input, i) => ({
    input,
    raw: rawOf(size, 3),
    left: i * (size.widthPx + SEAM_PX),
    top: 0,
  }));
  const width = panels.length * (size.widthPx + SEAM_PX) - SEAM_PX;
  return sharp({ create: { width, height: size.heightPx, channels: 3, background: "white" } })
    .composite(parts)
    .png()
    .toBuffer();
};

const png = (pixels: Buffer, size: Size): Promise<Buffer> =>
  sharp(pixels, { raw: rawOf(size, 3) })
    .png()
    .toBuffer();

const rawOf = <Channels extends 3 | 4>({ widthPx, heightPx }: Size, channels: Channels) => ({
  width: widthPx,
  height: heightPx,
  channels,
});
