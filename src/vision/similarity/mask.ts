import type { Box } from "../../domain/region.ts";
import { partsAbove } from "../patch-memory/regions.ts";
import type { Picture } from "../picture.ts";

const HALF_WHITE = 127;

/** The box around the largest connected white part: masks often hold stray pixels far from the defect. */
export const largestPart = ({ widthPx, heightPx, rgb }: Picture): Box | undefined => {
  const distances = Float32Array.from({ length: widthPx * heightPx }, (_, i) => rgb[3 * i]!);
  const map = { rows: heightPx, columns: widthPx, distances, maximum: 255 };
  const parts = partsAbove(map, HALF_WHITE, { widthPx, heightPx });
  const [largest] = parts.toSorted((a, b) => b.areaPx - a.areaPx);
  if (!largest) return undefined;
  const { x, y, width, height } = largest;
  return { x, y, width, height };
};
