import type { InspectionNode } from "./node.ts";

/** A node that also says how long it took. */
export const timed =
  (name: string, node: InspectionNode): InspectionNode =>
  async (facts, run) => {
    const start = performance.now();
    const learned = await node(facts, run);
    return { ...learned, timingsMs: { ...learned.timingsMs, [name]: performance.now() - start } };
  };
