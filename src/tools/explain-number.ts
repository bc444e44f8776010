import { z } from "zod";
import type { AnomalyEvidence, Evidence } from "../domain/evidence.ts";
import { OriginEvidence } from "../domain/follow-up.ts";
import { type Inspection, InspectionId } from "../domain/inspection.ts";
import { GumsaError } from "../errors.ts";
import { pValueOf, thresholdOf } from "../vision/patch-memory/conformal.ts";
import { defineTool } from "./define-tool.ts";
import { recordedInspection, scoresBehind } from "./recorded-inspection.ts";

const Origin = OriginEvidence.omit({ id: true, kind: true });
type Origin = z.infer<typeof Origin>;

export const explainNumber = defineTool({
  name: "explain_number",
  description:
    "Where does a number of a recorded inspection come from? Tells the evidence that holds it and, for the anomaly score, its threshold and its p-value, the null scores, model and bank behind it.",
  input: z.object({
    inspection: InspectionId,
    number: z.union([z.number(), z.enum(["distance", "threshold", "pValue"])]),
  }),
  output: Origin,
  async run({ inspection: id, number }, { store }): Promise<Origin> {
    const inspection = await recordedInspection(id, store);
    const held = typeof number === "number" ? holderOf(number, inspection) : undefined;
    const anomaly = inspection.evidence.find((item) => item.kind === "anomaly");
    if (held && held.item.kind !== "anomaly")
      return { of: "other", held: held.item.id, field: held.field, value: held.value };
    const field = held?.field ?? number;
    if (!anomaly || (field !== "distance" && field !== "threshold" && field !== "pValue")) {
      if (held) return { of: "other", held: held.item.id, field: held.field, value: held.value };
      throw new GumsaError("usage_invalid", `The number ${number} is not in the record.`, {
        hint: "ask for the score, the threshold or the p-value",
      });
    }
    return originOf(field, anomaly, { inspection, scores: await scoresBehind(inspection, anomaly, store) });
  },
});

const originOf = (
  field: "distance" | "threshold" | "pValue",
  anomaly: AnomalyEvidence,
  { inspection, scores }: { inspection: Inspection; scores: readonly number[] | undefined },
): Origin => {
  const { distance, pValue, threshold, alpha, references, bank } = anomaly;
  const value = { distance, pValue, threshold }[field];
  if (value === undefined) {
    throw new GumsaError(
      "usage_invalid",
      "The inspection has no threshold: too few good pictures were known.",
    );
  }
  const model = Object.keys(inspection.versions).find((name) => name.startsWith("model:"));
  const again =
    scores &&
    { pValue: pValueOf(distance, scores), threshold: thresholdOf(scores, alpha), distance }[field] === value;
  return {
    of: field,
    held: anomaly.id,
    field,
    value,
    references,
    ...(field === "pValue" && pValueOrigin(pValue, references)),
    ...(field === "threshold" && { rank: Math.floor(alpha * (references + 1) + 1e-9), alpha }),
    ...(again !== undefined && field !== "distance" && { isRecomputed: again }),
    ...(model !== undefined && { model: model.slice("model:".length) }),
    bank: bank.slice("sha256:".length).slice(0, 12),
  };
};

/** p = (1 + count) / (n + 1), so the count follows from the record alone. */
const pValueOrigin = (pValue: number, references: number): Pick<Origin, "atLeastAsHigh" | "formula"> => {
  const atLeastAsHigh = Math.round(pValue * (references + 1)) - 1;
  return { atLeastAsHigh, formula: `(1 + ${atLeastAsHigh}) / (${references} + 1)` };
};

interface Held {
  readonly item: Evidence;
  readonly field: string;
  readonly value: number;
}

/** The evidence that holds the number as it is written, to as many digits; the anomaly test's before others. */
const holderOf = (number: number, { evidence, regions }: Inspection): Held | undefined => {
  const decimals = String(number).split(".")[1]?.length ?? 0;
  const isMeant = (value: number): boolean => Number(value.toFixed(decimals)) === number;
  const found = evidence.flatMap((item) =>
    numbersOf(item).flatMap(([field, value]) => (isMeant(value) ? [{ item, field, value }] : [])),
  );
  const [first] = found.toSorted((one, other) => rankOf(one) - rankOf(other));
  const region = regions.find(({ distance }) => isMeant(distance));
  const supporter = region && evidence.find(({ id }) => region.supportedBy.includes(id));
  return first ?? (region && supporter && { item: supporter, field: "distance", value: region.distance });
};

const rankOf = ({ item }: Held): number => (item.kind === "anomaly" ? 0 : 1);

const numbersOf = (item: object): [string, number][] =>
  Object.entries(item).flatMap(([field, value]): [string, number][] => {
    if (typeof value === "number") return [[field, value]];
    return typeof value === "object" && value !== null ? numbersOf(value) : [];
  });
