import type { AnomalyFinding } from "../tools/detect-anomaly.ts";
import { asReader } from "./as-reader.ts";
import type { Learned, NodeDeps } from "./node.ts";

/** PatchCore against the product's good parts. Of several views the most suspicious one speaks. */
export const detectAnomalyNode = ({ tools }: NodeDeps) =>
  asReader("detectAnomaly", async ({ request, product }, run) => {
    if (!product) return { skipped: "no product was named" };
    const findings = await Promise.all(
      request.images.map(({ id, view }) =>
        tools.detectAnomaly({ image: id, product: product.id, view }, run),
      ),
    );
    const [worst] = findings.toSorted((a, b) => a.pValue - b.pValue || b.distance - a.distance);
    return worst ? learnedFrom(worst) : { skipped: "no picture" };
  });

const EVIDENCE_ID = "A1";

const learnedFrom = ({ regions, model, ...measured }: AnomalyFinding): Learned => ({
  evidence: [{ id: EVIDENCE_ID, kind: "anomaly", ...measured }],
  regions: regions.map((region) => ({ ...region, supportedBy: [EVIDENCE_ID] })),
  versions: { [`model:${model.name}`]: `sha256:${model.sha256}`, bank: measured.bank },
});
