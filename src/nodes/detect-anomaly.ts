import type { AnomalyFinding } from "../tools/detect-anomaly.ts";
import { asReader } from "./as-reader.ts";
import type { Learned, NodeDeps } from "./node.ts";
import { shownFirst } from "./shown-view.ts";

/** PatchCore against the product's good parts. Of several views the most suspicious one speaks, and is shown first. */
export const detectAnomalyNode = ({ tools }: NodeDeps) =>
  asReader("detectAnomaly", async ({ request, product, images }, run) => {
    if (!product) return { skipped: "no product was named" };
    const findings = await Promise.all(
      request.images.map(async ({ id, view }) => ({
        view,
        finding: await tools.detectAnomaly({ image: id, product: product.id, view }, run),
      })),
    );
    const [worst] = findings.toSorted(
      ({ finding: a }, { finding: b }) => a.pValue - b.pValue || b.distance - a.distance,
    );
    if (!worst) return { skipped: "no picture" };
    return { ...learnedFrom(worst.finding), images: shownFirst(images, worst.view) };
  });

const EVIDENCE_ID = "A1";

const learnedFrom = ({ regions, model, ...measured }: AnomalyFinding): Learned => ({
  evidence: [{ id: EVIDENCE_ID, kind: "anomaly", ...measured }],
  regions: regions.map((region) => ({ ...region, supportedBy: [EVIDENCE_ID] })),
  versions: { [`model:${model.name}`]: `sha256:${model.sha256}`, bank: measured.bank },
});
