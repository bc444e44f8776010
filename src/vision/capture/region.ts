// Where a degradation is, when it does not reach the whole picture.
import type { DegradationKind } from "../../domain/capture-grade.ts";
import type { Box } from "../../domain/region.ts";
import { CROP_PX, type Corner } from "./look.ts";
import type { CaptureReading } from "./network.ts";

/** Kinds that may reach a part of the picture only; the others come from the light, the sensor or the file as a whole. */
const MAY_BE_LOCAL: ReadonlySet<DegradationKind> = new Set([
  "defocus_blur",
  "motion_blur",
  "gaussian_blur",
  "glare",
  "lens_dirt",
]);
/** A crop is affected from this probability on, and from this share of the surest crop's. */
const LEAST_ODDS = 0.2;
const SHARE_OF_SUREST = 0.5;
/** A box that covers more than this is the whole picture. */
const MOST_OF_PICTURE = 0.6;

export interface Located {
  readonly reading: CaptureReading & { readonly widthPx: number; readonly heightPx: number };
  /** Place of the kind among those that the network knows, and how many these are. */
  readonly index: number;
  readonly kinds: number;
}

/** Undefined where the whole picture is affected, or where the network cannot tell. */
export const regionOf = (kind: DegradationKind, { reading, index, kinds }: Located): Box | undefined => {
  const { look, answer, lines } = reading;
  if (kind === "line_fault") return partial(lines, reading);
  if (!MAY_BE_LOCAL.has(kind)) return undefined;
  const odds = look.corners.map((_, crop) => answer.cropOdds[crop * kinds + index]!);
  const surest = Math.max(...odds);
  const affected = look.corners.filter((_, crop) => odds[crop]! >= SHARE_OF_SUREST * surest);
  return surest >= LEAST_ODDS ? partial(boxAround(affected, reading), reading) : undefined;
};

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

const boxAround = (corners: readonly Corner[], { widthPx, heightPx }: Size): Box => {
  const [left, top] = [Math.min(...corners.map(({ x }) => x)), Math.min(...corners.map(({ y }) => y))];
  const right = Math.min(widthPx, Math.max(...corners.map(({ x }) => x)) + CROP_PX);
  const bottom = Math.min(heightPx, Math.max(...corners.map(({ y }) => y)) + CROP_PX);
  return { x: left, y: top, width: right - left, height: bottom - top };
};

const partial = (box: Box | undefined, { widthPx, heightPx }: Size): Box | undefined =>
  box && box.width * box.height <= MOST_OF_PICTURE * widthPx * heightPx ? box : undefined;
