// Whether a language model sees at all: what it said to a drawn picture with a number on it.
import { z } from "zod";

export const Canary = z.object({
  model: z.string(),
  /** Of the weights; without it the result holds for one process only. */
  digest: z.string().optional(),
  /** A newer server may see where an older one did not, or the other way round. */
  server: z.string(),
  promptVersion: z.string(),
  testedAt: z.iso.datetime(),
  /** The number on the picture, and what the model said that it is. */
  drawn: z.string(),
  said: z.string(),
  isSeen: z.boolean(),
  /** What the picture added to the server's count of the question; absent where the server does not count. */
  pictureTokens: z.int().optional(),
  /** Tokens that the question without its picture took, for each that was estimated; absent likewise. */
  textRate: z.number().positive().optional(),
  /** What such a picture costs the model at the least, by its profile. */
  leastTokens: z.int().nonnegative(),
});
export type Canary = z.infer<typeof Canary>;
