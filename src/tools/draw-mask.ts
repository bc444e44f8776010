import { z } from "zod";
import { BlobId, ImageRef } from "../domain/image-ref.ts";
import { drawMask as draw } from "../vision/draw/mask.ts";
import { decodeMap } from "../vision/patch-memory/stored-map.ts";
import { defineTool } from "./define-tool.ts";

export const drawMask = defineTool({
  name: "draw_mask",
  description:
    "Draw a distance map above its threshold as a mask of the inspected picture's size: suspicious is white.",
  input: z.object({
    map: BlobId,
    threshold: z.number().positive(),
    size: ImageRef.pick({ widthPx: true, heightPx: true }),
  }),
  output: BlobId,
  run: async ({ map, ...how }, { blobs }) => blobs.put(await draw(decodeMap(await blobs.get(map)), how)),
});
