import { z } from "zod";
import type { AnomalyEvidence, Evidence } from "../domain/evidence.ts";
import { InspectionId } from "../domain/inspection.ts";
import { Box, iou, type Region } from "../domain/region.ts";
import { weigh } from "../domain/weigh.ts";
import { GumsaError } from "../errors.ts";
import { pValueOf } from "../vision/patch-memory/conformal.ts";
import { decodeMap, withoutBox } from "../vision/patch-memory/stored-map.ts";
import { defineTool } from "./define-tool.ts";
import { anomalyOf, recordedInspection, scoresBehind } from "./recorded-inspection.ts";
import { Hypothesis } from "./suppose-limit.ts";

/** A region's own box ends where its distances fall below the threshold: the ring around it may still lie just below. */
export const ignoreArea = defineTool({
  name: "ignore_area",
  description:
    "What would the verdict of a recorded inspection be without an area of its picture, given as a box or a region's number? The highest distance outside it, by the same rule; hypothetical, it changes nothing. Only the anomaly test is asked anew.",
  input: z.object({
    inspection: InspectionId,
    box: Box.optional(),
    region: z.int().positive().optional(),
  }),
  output: Hypothesis,
  async run({ inspection: id, region, ...asked }, { store, blobs }): Promise<Hypothesis> {
    const inspection = await recordedInspection(id, store);
    const anomaly = anomalyOf(inspection);
    const box = asked.box ?? boxOfRegion(inspection.regions, region);
    const [first] = inspection.images;
    if (!first) throw new TypeError("an inspection has a picture");
    const { maximum: distance } = withoutBox(decodeMap(await blobs.get(anomaly.map)), box, first.image);
    const scores = await scoresBehind(inspection, anomaly, store);
    const pValue = scores && pValueOf(distance, scores);
    const moved: AnomalyEvidence = { ...anomaly, distance, ...(pValue !== undefined && { pValue }) };
    const rest = inspection.evidence.filter((item) => !liesIn(item, box));
    const evidence = rest.map((item) => (item.kind === "anomaly" ? moved : item));
    const { threshold } = anomaly;
    const verdict = weigh({ ...inspection, evidence }, (item) =>
      threshold === undefined ? item.pValue <= item.alpha : item.distance > threshold,
    );
    return {
      supposed: { what: "ignored", box, ...(region !== undefined && { region }) },
      verdict: verdict.kind,
      reasons: verdict.reasons,
      distance,
      ...(threshold !== undefined && { threshold }),
      ...(pValue !== undefined && { pValue }),
      alpha: anomaly.alpha,
      references: anomaly.references,
    };
  },
});

/** Throws `usage_invalid` for a region that the inspection does not have. */
export const boxOfRegion = (regions: readonly Region[], ordinal = 1): Box => {
  const region = regions[ordinal - 1];
  if (!region) {
    throw new GumsaError(
      "usage_invalid",
      `The inspection has no region ${ordinal}; it has ${regions.length}.`,
    );
  }
  const { x, y, width, height } = region;
  return { x, y, width, height };
};

/** Boxes for phrases fall away with the area in which they lie; readings of the whole picture stay. */
const liesIn = (item: Evidence, box: Box): boolean => item.kind === "grounded" && iou(item.box, box) > 0;
