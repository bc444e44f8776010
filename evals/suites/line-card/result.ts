import { z } from "zod";
import { GOOD } from "../../datasets/labelled-picture.ts";
import { DegradationKind } from "../../../src/domain/capture-grade.ts";
import type { Measured } from "../../suite.ts";
import { TimedInspection } from "../latency/score.ts";
import { ReportResult } from "../report/score.ts";

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

const Reported = ReportResult.extend({ part: z.literal("reported") });

/** One member for each part of the card. */
export const LineCardResult = z.discriminatedUnion("part", [Judged, Timed, Reported]);
export type LineCardResult = z.infer<typeof LineCardResult>;

export type MeasuredCard = readonly Measured<LineCardResult>[];

export const judgedIn = (measured: MeasuredCard): Judged[] =>
  measured.flatMap(({ result }) => (result.part === "judged" ? [result] : []));

/** As they are: those pictures that are degraded too, which a degradation is to be compared with. */
export const undamagedIn = (measured: MeasuredCard): Judged[] => {
  const isDamaged = ({ result }: MeasuredCard[number]): boolean =>
    result.part === "judged" && result.damage !== undefined;
  const pictures = new Set(measured.filter(isDamaged).map(({ group }) => group));
  return judgedIn(measured.filter(({ group }) => pictures.has(group))).filter(
    ({ damage }) => damage === undefined,
  );
};

export const reportedIn = (measured: MeasuredCard): Measured<ReportResult>[] =>
  measured.flatMap(({ result, ...item }) => (result.part === "reported" ? [{ ...item, result }] : []));

export const timedIn = (measured: MeasuredCard): z.infer<typeof Timed>[] =>
  measured.flatMap(({ result }) => (result.part === "timed" ? [result] : []));

export const isGood = ({ type }: Judged): boolean => type === GOOD;
export const isFailed = ({ pValue, alpha }: Judged): boolean => pValue <= alpha;
