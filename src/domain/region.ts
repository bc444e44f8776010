import { z } from "zod";

/** A box in source-image pixels, origin top left. */
export const Box = z.object({
  x: z.number().nonnegative(),
  y: z.number().nonnegative(),
  width: z.number().positive(),
  height: z.number().positive(),
});
export type Box = z.infer<typeof Box>;

/** Intersection over union, 0 for boxes that only touch. */
export const iou = (one: Box, other: Box): number => {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (one.width * one.height + other.width * other.height - shared);
};

export const Region = Box.extend({
  /** The largest distance inside the region. */
  distance: z.number().nonnegative(),
  /** Against the null of a good picture's maximum. */
  pValue: z.number().min(0).max(1),
  areaPx: z.number().positive(),
  label: z.string().optional(),
  /** Ids of the evidence that supports the region. */
  supportedBy: z.array(z.string()),
});
export type Region = z.infer<typeof Region>;
