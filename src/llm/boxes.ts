// The coordinate contract. A box from a language model means nothing without the size of the picture that the model
// was shown and the convention of its family; here both are turned into pixels of the source, and back.
import type { Box } from "../domain/region.ts";
import type { PictureSize } from "./picture-tokens.ts";
import type { BoxConvention } from "./profiles/profile.ts";

/** Left, top, right, bottom, as models write them. */
export type Corners = readonly [number, number, number, number];

export interface Frame {
  readonly convention: BoxConvention;
  /** The picture as it was sent to the model. */
  readonly shown: PictureSize;
  /** The picture that boxes of the domain refer to. */
  readonly source: PictureSize;
}

/** The box in pixels of the source, cut at its edges; undefined for corners that enclose nothing inside of it. */
export const boxFromModel = (corners: Corners, frame: Frame): Box | undefined => {
  const { source } = frame;
  const { acrossX, acrossY } = unitsOf(frame);
  const inSource = (value: number, across: number, lengthPx: number): number =>
    Math.min(lengthPx, Math.max(0, (value / across) * lengthPx));
  const [left, top, right, bottom] = corners;
  const x = inSource(left, acrossX, source.widthPx);
  const y = inSource(top, acrossY, source.heightPx);
  const width = inSource(right, acrossX, source.widthPx) - x;
  const height = inSource(bottom, acrossY, source.heightPx) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
};

/** The same box as the model would write it: whole numbers, or three decimals for shares. */
export const boxToModel = ({ x, y, width, height }: Box, frame: Frame): Corners => {
  const { source, convention } = frame;
  const { acrossX, acrossY } = unitsOf(frame);
  const rounded = (value: number): number =>
    convention === "unit" ? Math.round(value * 1000) / 1000 : Math.round(value);
  return [
    rounded((x / source.widthPx) * acrossX),
    rounded((y / source.heightPx) * acrossY),
    rounded(((x + width) / source.widthPx) * acrossX),
    rounded(((y + height) / source.heightPx) * acrossY),
  ];
};

/** How many of the convention's units lie across the picture. */
const unitsOf = ({ convention, shown }: Frame): { acrossX: number; acrossY: number } => {
  if (convention === "unit") return { acrossX: 1, acrossY: 1 };
  if (convention === "thousandths") return { acrossX: 1000, acrossY: 1000 };
  return { acrossX: shown.widthPx, acrossY: shown.heightPx };
};
