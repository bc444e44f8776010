import { z } from "zod";
import { BlobId } from "../domain/image-ref.ts";
import { encodeForModel } from "../vision/model-picture.ts";
import { defineTool } from "./define-tool.ts";

export const preparePicture = defineTool({
  name: "prepare_picture",
  description:
    "A stored picture as a JPEG to be shown to a language model, and the size that boxes on it refer to.",
  input: z.object({
    image: BlobId,
    longestEdgePx: z.int().positive().default(1024),
    multipleOfPx: z.int().positive().default(1),
  }),
  output: z.object({
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    widthPx: z.int().positive(),
    heightPx: z.int().positive(),
  }),
  run: async ({ image, ...fit }, { pictures }) => encodeForModel(await pictures.decode(image), fit),
});
