import type { Box } from "../../domain/region.ts";

/** Where a model sees what a phrase says. */
export interface FoundBox {
  /** As it was asked. */
  readonly phrase: string;
  /** From 0 to 1; what is much differs from model to model and phrase to phrase. */
  readonly score: number;
  /** In pixels of the picture, inside of it. */
  readonly box: Box;
}

export interface FoundBoxes {
  /** Best first. */
  readonly boxes: readonly FoundBox[];
  /** Phrases that the model has no word for; it was not asked about them. */
  readonly unknown: readonly string[];
}

/** The part of a box that lies in the picture; undefined where none does. */
export const inside = (
  { x, y, width, height }: Box,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): Box | undefined => {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  const [right, bottom] = [Math.min(widthPx, x + width), Math.min(heightPx, y + height)];
  return right > left && bottom > top
    ? { x: left, y: top, width: right - left, height: bottom - top }
    : undefined;
};

/** `[middle x, middle y, width, height]` as parts of a frame. */
export const fromCentre = (
  numbers: ArrayLike<number>,
  frame: { readonly widthPx: number; readonly heightPx: number },
): Box => {
  const [x = 0, y = 0, width = 0, height = 0] = Array.from(numbers);
  return {
    x: (x - width / 2) * frame.widthPx,
    y: (y - height / 2) * frame.heightPx,
    width: width * frame.widthPx,
    height: height * frame.heightPx,
  };
};

export const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));
