import { z } from "zod";
import { BlobId } from "../domain/image-ref.ts";
import { Box } from "../domain/region.ts";
import { cutOut } from "../vision/draw/cut-out.ts";
import { defineTool } from "./define-tool.ts";

export const cutPicture = defineTool({
  name: "cut_picture",
  description: "A stored picture, or the part of it around a box, as a small JPEG to look at.",
  input: z.object({
    image: BlobId,
    box: Box.optional(),
    longEdgePx: z.int().min(16).max(2048).default(320),
  }),
  output: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  run: async ({ image, ...cut }, { pictures }) => cutOut(await pictures.decode(image), cut),
});
