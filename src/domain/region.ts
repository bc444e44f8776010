import { z } from "zod";

/** A box in source-image pixels, origin top left. */
export const Box = z.object({
  x: z.number().nonnegative(),
  y: z.number().nonnegative(),
  width: z.number().positive(),
  height: z.number().positive(),
});
export type Box = z.infer<typeof Box>;

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
