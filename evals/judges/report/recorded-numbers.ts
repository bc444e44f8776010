// Which numbers a sentence may say: those of the evidence that it cites, of the regions that this evidence supports,
// and the few that follow from them. A number of other evidence is none of them.
import type { Evidence } from "../../../src/domain/evidence.ts";
import type { Inspection } from "../../../src/domain/inspection.ts";
import type { SpokenNumber } from "./spoken-numbers.ts";

/** What both intervals in a record are made with. */
const CONFIDENCE = 0.95;

export const isRecorded = (spoken: SpokenNumber, recorded: readonly number[]): boolean =>
  recorded.some((value) => isSame(spoken, value) || (spoken.isPercent && isSame(spoken, 100 * value)));

/** Magnitudes may lose their sign (“moved to the left by 3 px”), but none may be given one. */
const isSame = ({ value, precision, digits }: SpokenNumber, recorded: number): boolean => {
  const near = (expected: number): boolean => Math.abs(value - expected) <= precision * (1 + 1e-6);
  return near(recorded) || (!digits.startsWith("-") && near(Math.abs(recorded)));
};

export const recordedNumbers = (inspection: Inspection, cited: readonly Evidence[]): number[] => {
  const { regions } = inspection;
  const ids = new Set(cited.map(({ id }) => id));
  const supported = regions.filter(({ supportedBy }) => supportedBy.some((id) => ids.has(id)));
  return [
    ...cited.flatMap(numbersIn),
    ...supported.flatMap((region) => [regions.indexOf(region) + 1, ...numbersIn(region)]),
    ...cited.flatMap((evidence) => derived(evidence, inspection)),
  ];
};

const derived = (evidence: Evidence, { regions, verdict }: Inspection): number[] => {
  switch (evidence.kind) {
    case "anomaly":
      return [
        regions.length,
        CONFIDENCE,
        ...numbersIn(verdict),
        ...(evidence.threshold ? [evidence.distance / evidence.threshold] : []),
        Math.ceil(1 / evidence.alpha - 1 - 1e-9), // good pictures that a p-value of alpha takes
      ];
    case "reference":
      return [regions.length, 1]; // 1 minus SSIM
    case "history":
      return [CONFIDENCE];
    default:
      return [];
  }
};

const numbersIn = (value: unknown): number[] => {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
};

/** Every text of the evidence: names that a sentence may repeat, digits and all. */
export const textsIn = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
};
