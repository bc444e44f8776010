// The card of the network that grades captures.
import { z } from "zod";
import { DegradationKind } from "../domain/capture-grade.ts";

export const CaptureGraderCard = z.object({
  name: z.string(),
  version: z.string(),
  task: z.literal("capture-grade"),
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.int().positive(),
  licence: z.string(),
  /** In the order of the network's answers. */
  kinds: z.array(DegradationKind),
  /** Numbers that describe a picture's own look. */
  lookSize: z.int().positive(),
  /** Probability from which a kind is reported, without and with good pictures of the product. */
  thresholds: z.object({ alone: z.number(), relative: z.number() }),
  limits: z.string(),
});
export type CaptureGraderCard = z.infer<typeof CaptureGraderCard>;

/** The grader ready for a worker: plain data. */
export interface GraderModel {
  readonly path: string;
  readonly card: CaptureGraderCard;
}
