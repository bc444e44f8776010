import { z } from "zod";
import { InspectionEvidence } from "../domain/follow-up.ts";
import { type Inspection, InspectionId } from "../domain/inspection.ts";
import type { Store } from "../store/store.ts";
import { defineTool } from "./define-tool.ts";
import { recordedInspection } from "./recorded-inspection.ts";

const Earlier = InspectionEvidence.omit({ id: true, kind: true });
export type Earlier = z.infer<typeof Earlier>;

/** Enough to find those before one that is not the newest. */
const NEWEST = 200;

export const listEarlier = defineTool({
  name: "list_earlier",
  description:
    "Earlier inspections of the same product, newest first, with verdict, score and the actions that were recorded; or one named inspection.",
  input: z.object({
    inspection: InspectionId,
    /** Only this one, whenever it was. */
    other: InspectionId.optional(),
    limit: z.int().min(1).max(20).default(3),
  }),
  output: z.array(Earlier),
  async run({ inspection: id, other, limit }, { store }) {
    if (other !== undefined) return [await summaryOf(await recordedInspection(other, store), store)];
    const { product, createdAt } = await recordedInspection(id, store);
    const newest = await store.inspections.list({ ...(product !== null && { product }), limit: NEWEST });
    const earlier = newest.filter(
      (one) => one.id !== id && one.product === product && one.createdAt < createdAt,
    );
    return Promise.all(earlier.slice(0, limit).map((one) => summaryOf(one, store)));
  },
});

const summaryOf = async (inspection: Inspection, { feedback }: Store): Promise<Earlier> => {
  const { id, createdAt, images, verdict, evidence } = inspection;
  const given = await feedback.list(id);
  const suspected = evidence.find((item) => item.kind === "similarity")?.defectType;
  const type = given.findLast((one) => one.type !== undefined)?.type ?? suspected;
  const { kind, reasons, ...measured } = verdict;
  return {
    inspection: id,
    inspectedAt: minuteOf(createdAt),
    fileName: images[0]?.fileName ?? "",
    verdict: kind,
    ...measured,
    ...(type !== undefined && { defectType: type }),
    actions: given.map(({ action }) => action),
  };
};

/** 2026-01-31 09:05 UTC */
export const minuteOf = (iso: string): string => `${iso.slice(0, 16).replace("T", " ")} UTC`;
