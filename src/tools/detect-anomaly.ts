import { z } from "zod";
import { AnomalyEvidence } from "../domain/evidence.ts";
import { BlobId } from "../domain/image-ref.ts";
import { ProductId, View } from "../domain/product.ts";
import { Region } from "../domain/region.ts";
import { GumsaError } from "../errors.ts";
import { falseAlarmBound, pValueOf, thresholdOf } from "../vision/patch-memory/conformal.ts";
import type { DistanceMap } from "../vision/patch-memory/distance-map.ts";
import { operatorsOf } from "../vision/patch-memory/extract-patches.ts";
import { regionsAbove } from "../vision/patch-memory/regions.ts";
import { scorePicture } from "../vision/patch-memory/score-picture.ts";
import { encodeTensors } from "../vision/patch-memory/tensor-file.ts";
import { networkInput } from "./bank-builder.ts";
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
  async run({ image, product: id, view }, { banks, blobs, jobs, models, pictures, store, signal }) {
    const product = await store.products.get(id);
    const bank = await banks.of(id, view, signal);
    if (!product || !bank) throw withoutBank(id, view);
    const { record, model } = bank;
    const picture = await pictures.decode(image);
    const input = await networkInput(picture, { model, inputLongEdgePx: record.inputLongEdgePx });
    const file = { id: record.file, path: blobs.pathOf(record.file) };
    const map = await jobs.do(
      scorePicture,
      { input, model, operators: operatorsOf(models), bank: file },
      signal,
    );
    const scores = record.leftOutScores;
    const threshold = thresholdOf(scores, product.alpha);
    const highestGood = Math.max(...scores);
    const bound = falseAlarmBound(product.alpha, scores.length);
    return {
      distance: map.maximum,
      ...(threshold !== undefined && { threshold }),
      highestGood,
      pValue: pValueOf(map.maximum, scores),
      alpha: product.alpha,
      references: scores.length,
      ...(bound !== undefined && { falseAlarmBound: bound }),
      bank: record.file,
      map: await blobs.put(encodeMap(map)),
      regions: regionsAbove(map, threshold ?? highestGood, picture).map((region) => ({
        ...region,
        pValue: pValueOf(region.distance, scores),
      })),
      model: { name: model.card.name, sha256: model.card.sha256 },
    };
  },
});

const encodeMap = ({ distances, rows, columns }: DistanceMap): Uint8Array =>
  encodeTensors({ distances: { data: distances, dims: [rows, columns] } });

const withoutBank = (product: string, view: string): GumsaError =>
  new GumsaError("product_unknown", `${product} has no good pictures of the view ${view}.`, {
    hint: `gumsa product add ${product} --good DIR`,
  });
