import type { Inspection } from "../domain/inspection.ts";
import { type InspectionFacts, type InspectionNode, known, type NodeDeps } from "./node.ts";
import { shownView } from "./shown-view.ts";

/** Draws what was found and freezes the record in the store. Nothing changes an inspection after this. */
export const recordInspectionNode =
  ({ tools }: NodeDeps): InspectionNode =>
  async (facts, run) => {
    const drawing = drawingOf(facts, groundedMarks(facts));
    const { overlay, heatMap, sideBySide } = await tools.drawFinding(drawing, run);
    const { request, images, readers, evidence, regions, timingsMs, versions } = facts;
    const inspection: Inspection = {
      id: request.id,
      createdAt: request.createdAt,
      product: request.product,
      images,
      metadata: request.metadata,
      capture: known(facts.capture, "the capture grade"),
      readers,
      evidence,
      regions,
      verdict: known(facts.verdict, "the verdict"),
      report: known(facts.report, "the report"),
      pictures: { overlay, "heat-map": heatMap, "side-by-side": sideBySide },
      timingsMs: { ...timingsMs, total: Date.now() - Date.parse(request.createdAt) },
      versions,
    };
    return { inspection: await tools.recordInspection({ inspection }, run) };
  };

export const drawingOf = (
  { request, images, evidence, regions }: InspectionFacts,
  grounded: ReturnType<typeof groundedMarks> = [],
) => {
  const image = known(shownView({ request, images }), "a picture").id;
  const anomaly = evidence.find((item) => item.kind === "anomaly");
  const reference = evidence.find((item) => item.kind === "reference")?.image;
  const shown = { image, ...(reference && { reference }) };
  if (!anomaly) return shown;
  return {
    ...shown,
    finding: { map: anomaly.map, threshold: anomaly.threshold ?? anomaly.highestGood, regions, grounded },
  };
};

/** People see boxes for phrases too; a language model gets the regions that its prompt speaks of. */
const groundedMarks = ({ evidence }: InspectionFacts) =>
  evidence.flatMap((item) =>
    item.kind === "grounded" ? [{ id: item.id, box: item.box, isSupported: item.isSupported }] : [],
  );
