import type { AnomalyEvidence } from "../domain/evidence.ts";
import type { Inspection } from "../domain/inspection.ts";
import { GumsaError } from "../errors.ts";
import type { Store } from "../store/store.ts";

/** Throws `inspection_unknown`. */
export const recordedInspection = async (id: string, { inspections }: Store): Promise<Inspection> => {
  const inspection = await inspections.get(id);
  if (inspection) return inspection;
  throw new GumsaError("inspection_unknown", `No inspection with the id ${id} is recorded.`);
};

/** Throws `usage_invalid` for an inspection whose anomaly test did not run: there is no score to speak of. */
export const anomalyOf = ({ id, evidence }: Inspection): AnomalyEvidence => {
  const anomaly = evidence.find((item) => item.kind === "anomaly");
  if (anomaly) return anomaly;
  throw new GumsaError("usage_invalid", `The inspection ${id} has no anomaly score.`, {
    hint: "the anomaly test needs a product with good pictures and a usable capture",
  });
};

/**
 * The left-out scores behind an inspection's p-value; undefined where the product was removed or its bank was built
 * anew since, because another set of good pictures explains nothing.
 */
export const scoresBehind = async (
  { product, images }: Inspection,
  { bank }: AnomalyEvidence,
  { banks }: Store,
): Promise<readonly number[] | undefined> => {
  if (product === null) return undefined;
  for (const { view } of images) {
    const record = await banks.get(product, view);
    if (record?.file === bank) return record.leftOutScores;
  }
  return undefined;
};
