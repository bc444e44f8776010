// The inspection as a LangGraph graph: to be run as it is, or as a part of a larger one. The state holds paths and
// ids, never pixels, so that checkpoints stay small.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type BaseCheckpointSaver, END, START, StateGraph, StateSchema } from "@langchain/langgraph";
import { z } from "zod";
import { BlobId } from "../domain/image-ref.ts";
import { Inspection, InspectionRequest } from "../domain/inspection.ts";
import { Language } from "../domain/language.ts";
import { DEFAULT_VIEW, Product, View } from "../domain/product.ts";
import type { Inspector } from "../inspector.ts";

const State = new StateSchema({
  /** Paths, or ids that `inspector.blobs.put` gave; one for each view. */
  pictures: z.array(
    z.object({ path: z.union([BlobId, z.string().min(1)]), view: View.default(DEFAULT_VIEW) }),
  ),
  /** Left out for the only product; null for the capture alone. */
  productId: z.string().nullable().optional(),
  language: Language.optional(),
  request: InspectionRequest.optional(),
  product: Product.nullable().optional(),
  inspection: Inspection.optional(),
});

/**
 * `acceptImages` stores the pictures, `inspect` runs the inspection graph itself: stream with `subgraphs: true` to
 * follow its readers. The result is `inspection` in the state, and a record in the store.
 */
export const buildInspectionGraph = (
  inspector: Inspector,
  { checkpointer }: { readonly checkpointer?: BaseCheckpointSaver } = {},
) => {
  const readers = inspector.asGraph.build();
  return new StateGraph(State)
    .addNode("acceptImages", async ({ pictures, productId, language }) => {
      const named = pictures.map(async ({ path, view }) => ({ ...(await read(path, inspector)), view }));
      return inspector.asGraph.accept({
        images: await Promise.all(named),
        ...(productId !== undefined && { product: productId }),
        ...(language && { language }),
      });
    })
    .addNode("inspect", async ({ request, product = null }, config) => {
      if (!request) throw new TypeError("acceptImages made no request");
      const { inspection } = await readers.invoke({ request, product }, config);
      return { inspection };
    })
    .addEdge(START, "acceptImages")
    .addEdge("acceptImages", "inspect")
    .addEdge("inspect", END)
    .compile({ ...(checkpointer && { checkpointer }) });
};

const read = async (path: string, { blobs }: Inspector) =>
  BlobId.safeParse(path).success
    ? { fileName: "image", bytes: await blobs.get(path) }
    : { fileName: basename(path), bytes: await readFile(path) };
