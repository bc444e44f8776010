// The inspection graph itself, for a program that runs graphs of its own: what it starts from, and the graph.
import type { BaseCheckpointSaver } from "@langchain/langgraph";
import type { InspectionRequest } from "../domain/inspection.ts";
import type { Product } from "../domain/product.ts";
import { buildInspectionGraph } from "../graph/inspection-graph.ts";
import type { InspectInput } from "./inputs.ts";
import type { NodeDeps } from "../nodes/node.ts";
import { acceptRequest } from "./inspect.ts";
import type { Parts } from "./parts.ts";

export type InspectionGraph = ReturnType<typeof buildInspectionGraph>;

export interface AsGraph {
  /** Stores the pictures and chooses the product; what comes back starts the graph. Throws as an inspection does. */
  accept(
    input: InspectInput,
  ): Promise<{ readonly request: InspectionRequest; readonly product: Product | null }>;
  /** Without a checkpointer it takes that of a graph around it, or none. */
  build(checkpointer?: BaseCheckpointSaver): InspectionGraph;
}

export const asGraphOf = (
  parts: Parts,
  deps: NodeDeps,
  chosen: (named: string | null | undefined) => Promise<Product | null>,
): AsGraph => ({
  async accept(input) {
    const product = await chosen(input.product);
    return { request: await acceptRequest(input, product, parts), product };
  },
  build: (checkpointer) => buildInspectionGraph(deps, checkpointer),
});
