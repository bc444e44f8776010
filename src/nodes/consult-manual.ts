import type { InspectionNode, NodeDeps } from "./node.ts";

/** Collects what the manuals say of the suspected defect type: of every type while none has been determined. */
export const consultManual =
  ({ tools }: NodeDeps): InspectionNode =>
  async ({ request, product, evidence }, run) => {
    if (!product) return {};
    const types = evidence.flatMap((item) =>
      item.kind === "similarity" && item.defectType !== undefined ? [item.defectType] : [],
    );
    const guidance = await tools.findGuidance(
      { product: product.id, types, language: request.language },
      run,
    );
    return {
      evidence: guidance.map((passage, i) => ({ id: `M${i + 1}`, kind: "manual" as const, ...passage })),
      versions: Object.fromEntries(
        guidance.map(({ document, documentId }) => [`manual:${document}`, documentId]),
      ),
    };
  };
