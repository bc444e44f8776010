import { z } from "zod";
import { AnomalyEvidence } from "../domain/evidence.ts";
import { BlobId } from "../domain/image-ref.ts";
import { ProductId, View } from "../domain/product.ts";
import { Region } from "../domain/region.ts";
import { falseAlarmBound, pValueOf } from "../vision/patch-memory/conformal.ts";
import type { DistanceMap } from "../vision/patch-memory/distance-map.ts";
import { encodeTensors } from "../vision/patch-memory/tensor-file.ts";
import { defineTool } from "./define-tool.ts";

export const AnomalyFinding = AnomalyEvidence.omit({ id: true, kind: true }).extend({
  /** Where the distance lies beyond the threshold; empty on an unsuspicious picture. */
  regions: z.array(Region.omit({ supportedBy: true, label: true })),
  /** Name and SHA-256 of the feature network. */
  model: z.object({ name: z.string(), sha256: z.string() }),
});
export type AnomalyFinding = z.infer<typeof AnomalyFinding>;

export const detectAnomaly = defineTool({
  name: "detect_anomaly",
  description:
    "Compare a picture with good parts of the same product (PatchCore). Returns a distance, its conformal p-value and the suspicious regions.",
  input: z.object({ image: BlobId, product: ProductId, view: View }),
  output: AnomalyFinding,
  async run(question, { scores, blobs, signal }) {
    const scored = await scores.score(question, signal);
    const { product, map, threshold, highestGood, pValue } = scored;
    const { record, model } = scored.bank;
    const references = record.leftOutScores.length;
    const bound = falseAlarmBound(product.alpha, references);
    return {
      distance: map.maximum,
      ...(threshold !== undefined && { threshold }),
      highestGood,
      pValue,
      alpha: product.alpha,
      references,
      ...(bound !== undefined && { falseAlarmBound: bound }),
      bank: record.file,
      map: await blobs.put(encodeMap(map)),
      regions: scored.regions.map((region) => ({
        ...region,
        pValue: pValueOf(region.distance, record.leftOutScores),
      })),
      model: { name: model.card.name, sha256: model.card.sha256 },
    };
  },
});

const encodeMap = ({ distances, rows, columns }: DistanceMap): Uint8Array =>
  encodeTensors({ distances: { data: distances, dims: [rows, columns] } });
