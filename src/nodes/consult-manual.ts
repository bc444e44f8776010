import type { InspectionNode, NodeDeps } from "./node.ts";

/** Collects what the manuals say of the suspicion: of every defect type while none has been determined. */
export const consultManual =
  ({ tools }: NodeDeps): InspectionNode =>
  async ({ request, product }, run) => {
    if (!product) return {};
    const guidance = await tools.findGuidance({ product: product.id, language: request.language }, run);
    return {
      evidence: guidance.map((passage, i) => ({ id: `M${i + 1}`, kind: "manual" as const, ...passage })),
      versions: Object.fromEntries(
        guidance.map(({ document, documentId }) => [`manual:${document}`, documentId]),
      ),
    };
  };
