import { z } from "zod";
import { BlobId } from "../domain/image-ref.ts";
import { Box } from "../domain/region.ts";
import { drawFinding as draw, type Finding } from "../vision/draw/overlay.ts";
import { decodeTensor } from "../vision/patch-memory/tensor-file.ts";
import { defineTool } from "./define-tool.ts";

const FindingPictures = z.object({ overlay: BlobId, heatMap: BlobId, sideBySide: BlobId });

export const drawFinding = defineTool({
  name: "draw_finding",
  description:
    "Draw a finding over its picture: overlay with numbered boxes, heat map, and both beside the picture.",
  input: z.object({
    image: BlobId,
    finding: z.object({ map: BlobId, threshold: z.number().positive(), regions: z.array(Box) }).optional(),
  }),
  output: FindingPictures,
  async run({ image, finding }, { blobs, pictures }) {
    const picture = await pictures.decode(image);
    const drawn = await draw(picture, finding && { ...finding, map: readMap(await blobs.get(finding.map)) });
    return {
      overlay: await blobs.put(drawn.overlay),
      heatMap: await blobs.put(drawn.heatMap),
      sideBySide: await blobs.put(drawn.sideBySide),
    };
  },
});

const readMap = (bytes: Uint8Array): Finding["map"] => {
  const { data, dims } = decodeTensor(bytes, "distances");
  const [rows = 0, columns = 0] = dims;
  return { rows, columns, distances: data, maximum: data.reduce((most, value) => Math.max(most, value), 0) };
};
