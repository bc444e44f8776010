// What was done before about the same defect type of the same product, and how often it helped.
//
// An action has *solved* the matter when a person recorded `outcome: "solved"` with it. The rating is not used: it
// says how useful the inspection was, not what became of the action. An action without an outcome counts as
// recorded, never as solved or failed.
import { z } from "zod";
import { DefectCode } from "./defect-type.ts";
import type { Feedback } from "./feedback.ts";
import { wilson } from "./wilson.ts";

/** The confidence of `solvedLow` and `solvedHigh`. */
export const HISTORY_CONFIDENCE = 0.95;

const Share = z.number().min(0).max(1);

export const PastAction = z.object({
  /** As it was written most recently. */
  action: z.string().min(1),
  times: z.int().positive(),
  /** Those whose outcome a person confirmed. */
  judged: z.int().nonnegative(),
  solved: z.int().nonnegative(),
  /** Of those judged; with its 95 % interval. Absent while none was judged. */
  solvedShare: Share.optional(),
  solvedLow: Share.optional(),
  solvedHigh: Share.optional(),
});
export type PastAction = z.infer<typeof PastAction>;

export const History = z.object({
  defectType: DefectCode,
  /** Inspections of this product and type on which an action was recorded. */
  inspections: z.int().positive(),
  /** The surest to help first. */
  actions: z.array(PastAction).min(1),
});
export type History = z.infer<typeof History>;

/** Undefined where nothing was recorded. `feedback` is that on one product and one defect type, oldest first. */
export const historyOf = (defectType: string, feedback: readonly Feedback[]): History | undefined => {
  if (feedback.length === 0) return undefined;
  const groups = new Map<string, Feedback[]>();
  for (const one of feedback) {
    const key = sameAction(one.action);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return {
    defectType,
    inspections: new Set(feedback.map(({ inspection }) => inspection)).size,
    actions: [...groups.values()].map(pastAction).toSorted(surestFirst),
  };
};

/** Spelling, white space and a final full stop make no other action. */
const sameAction = (action: string): string =>
  action
    .normalize("NFC")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .replace(/[.。!]+$/u, "")
    .trim();

const pastAction = (group: readonly Feedback[]): PastAction => {
  const judged = group.filter(({ outcome }) => outcome !== undefined).length;
  const solved = group.filter(({ outcome }) => outcome === "solved").length;
  const counts = { action: group.at(-1)?.action ?? "", times: group.length, judged, solved };
  if (judged === 0) return counts;
  const { low, high } = wilson(solved, judged);
  return { ...counts, solvedShare: solved / judged, solvedLow: low, solvedHigh: high };
};

const surestFirst = (one: PastAction, other: PastAction): number =>
  (other.solvedLow ?? -1) - (one.solvedLow ?? -1) || other.times - one.times;
