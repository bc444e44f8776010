// What is known of a model: where it comes from, how it wants its input, what it gives, how good it is.
import { z } from "zod";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const FeatureModelCard = z.object({
  name: z.string(),
  version: z.string(),
  task: z.literal("patch-features"),
  file: z.string(),
  sha256: Sha256,
  sizeBytes: z.int().positive(),
  licence: z.string(),
  input: z.object({
    name: z.string(),
    colour: z.literal("RGB"),
    range: z.tuple([z.number(), z.number()]),
    mean: z.array(z.number()).length(3),
    std: z.array(z.number()).length(3),
    multipleOfPx: z.int().positive(),
    minimumPx: z.int().positive(),
  }),
  /** Two levels, the finer one first. */
  taps: z
    .array(z.object({ output: z.string(), channels: z.int().positive(), stridePx: z.int().positive() }))
    .length(2),
  limits: z.string(),
});
export type FeatureModelCard = z.infer<typeof FeatureModelCard>;
