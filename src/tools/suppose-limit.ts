import { z } from "zod";
import type { AnomalyEvidence, Evidence } from "../domain/evidence.ts";
import { HypothesisEvidence } from "../domain/follow-up.ts";
import { InspectionId } from "../domain/inspection.ts";
import { Alpha, neededReferences } from "../domain/product.ts";
import { weigh } from "../domain/weigh.ts";
import { thresholdOf } from "../vision/patch-memory/conformal.ts";
import { defineTool } from "./define-tool.ts";
import { anomalyOf, recordedInspection, scoresBehind } from "./recorded-inspection.ts";

export const Hypothesis = HypothesisEvidence.omit({ id: true, kind: true });
export type Hypothesis = z.infer<typeof Hypothesis>;

export const supposeLimit = defineTool({
  name: "suppose_limit",
  description:
    "What would the verdict of a recorded inspection be with another threshold, or another false-alarm rate alpha? The same rule over the stored scores; hypothetical, it changes nothing.",
  input: z.object({
    inspection: InspectionId,
    supposed: z.discriminatedUnion("what", [
      z.object({ what: z.literal("threshold"), value: z.number().nonnegative() }),
      z.object({ what: z.literal("alpha"), value: Alpha }),
    ]),
  }),
  output: Hypothesis,
  async run({ inspection: id, supposed }, { store }) {
    const inspection = await recordedInspection(id, store);
    const anomaly = anomalyOf(inspection);
    const scores = await scoresBehind(inspection, anomaly, store);
    const { what, value } = supposed;
    const alpha = what === "alpha" ? value : anomaly.alpha;
    const threshold = what === "threshold" ? value : thresholdAt(value, anomaly, scores);
    const { threshold: _, ...measured } = anomaly;
    const moved: AnomalyEvidence = { ...measured, alpha, ...(threshold !== undefined && { threshold }) };
    const evidence = inspection.evidence.map((item): Evidence => {
      if (item.kind === "anomaly") return moved;
      return "alpha" in item ? { ...item, alpha } : item;
    });
    const verdict =
      what === "threshold"
        ? weigh({ ...inspection, evidence }, ({ distance }) => distance > value)
        : weigh({ ...inspection, evidence });
    return {
      supposed,
      verdict: verdict.kind,
      reasons: verdict.reasons,
      distance: anomaly.distance,
      ...(threshold !== undefined && { threshold }),
      ...(what === "alpha" && { pValue: anomaly.pValue }),
      alpha,
      references: anomaly.references,
      ...(scores && threshold !== undefined && { goodBeyond: countBeyond(scores, threshold) }),
    };
  },
});

/** Where the left-out scores are gone, the recorded threshold tells at least whether there is one. */
const thresholdAt = (
  alpha: number,
  { threshold, alpha: recorded, references }: AnomalyEvidence,
  scores: readonly number[] | undefined,
): number | undefined => {
  if (references < neededReferences(alpha)) return undefined;
  return scores ? thresholdOf(scores, alpha) : alpha === recorded ? threshold : undefined;
};

const countBeyond = (scores: readonly number[], limit: number): number =>
  scores.filter((score) => score > limit).length;
