import { z } from "zod";
import { GOOD } from "../../datasets/labelled-picture.ts";
import { DegradationKind } from "../../../src/domain/capture-grade.ts";
import type { Measured } from "../../suite.ts";
import { TimedInspection } from "../latency/score.ts";

const Damage = z.object({ kind: DegradationKind, severity: z.int().min(1).max(5) });
export type Damage = z.infer<typeof Damage>;

/** What the detector says of a picture, as it is or degraded on purpose. */
const Judged = z.object({
  part: z.literal("judged"),
  /** `good`, or the defect type. */
  type: z.string(),
  damage: Damage.optional(),
  /** Score divided by the judge's threshold. */
  relativeScore: z.number(),
  pValue: z.number(),
  alpha: z.number(),
});
export type Judged = z.infer<typeof Judged>;

const Timed = TimedInspection.extend({ part: z.literal("timed") });

/** One member for each part of the card. */
export const LineCardResult = z.discriminatedUnion("part", [Judged, Timed]);
export type LineCardResult = z.infer<typeof LineCardResult>;

export const judgedIn = (measured: readonly Measured<LineCardResult>[]): Judged[] =>
  measured.flatMap(({ result }) => (result.part === "judged" ? [result] : []));

export const timedIn = (measured: readonly Measured<LineCardResult>[]): z.infer<typeof Timed>[] =>
  measured.flatMap(({ result }) => (result.part === "timed" ? [result] : []));

export const isGood = ({ type }: Judged): boolean => type === GOOD;
export const isFailed = ({ pValue, alpha }: Judged): boolean => pValue <= alpha;
