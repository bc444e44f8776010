import type { InspectionNode, NodeDeps } from "./node.ts";

/** What was done before about the suspected defect type of this product. The verdict has been made without it. */
export const recallHistoryNode =
  ({ tools }: Pick<NodeDeps, "tools">): InspectionNode =>
  async ({ product, evidence }, run) => {
    if (!product) return {};
    const types = new Set(
      evidence.flatMap((item) => (item.kind === "similarity" && item.defectType ? [item.defectType] : [])),
    );
    const found = await Promise.all(
      [...types].map((type) => tools.recallHistory({ product: product.id, type }, run)),
    );
    const histories = found.filter((history) => history !== null);
    return {
      evidence: histories.map((history, i) => ({ id: `H${i + 1}`, kind: "history" as const, ...history })),
    };
  };
