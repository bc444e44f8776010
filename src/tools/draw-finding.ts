import { z } from "zod";
import { BlobId } from "../domain/image-ref.ts";
import { Box } from "../domain/region.ts";
import { drawFinding as draw } from "../vision/draw/overlay.ts";
import { decodeMap } from "../vision/patch-memory/stored-map.ts";
import { defineTool } from "./define-tool.ts";

const FindingPictures = z.object({ overlay: BlobId, heatMap: BlobId, sideBySide: BlobId });

export const drawFinding = defineTool({
  name: "draw_finding",
  description:
    "Draw a finding over its picture: overlay with numbered regions and boxes for phrases, heat map, and both beside the picture and its reference.",
  input: z.object({
    image: BlobId,
    /** A good picture to show beside it. */
    reference: BlobId.optional(),
    finding: z
      .object({
        map: BlobId,
        threshold: z.number().positive(),
        regions: z.array(Box),
        grounded: z.array(z.object({ box: Box, id: z.string(), isSupported: z.boolean() })).default([]),
      })
      .optional(),
  }),
  output: FindingPictures,
  async run({ image, reference, finding }, { blobs, pictures }) {
    const picture = await pictures.decode(image);
    const drawn = await draw(
      picture,
      finding && { ...finding, map: decodeMap(await blobs.get(finding.map)) },
      reference === undefined ? undefined : await pictures.decode(reference),
    );
    return {
      overlay: await blobs.put(drawn.overlay),
      heatMap: await blobs.put(drawn.heatMap),
      sideBySide: await blobs.put(drawn.sideBySide),
    };
  },
});
