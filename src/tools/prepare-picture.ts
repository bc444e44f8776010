import { z } from "zod";
import { BlobId } from "../domain/image-ref.ts";
import { encodeForModel } from "../vision/model-picture.ts";
import { defineTool } from "./define-tool.ts";

export const preparePicture = defineTool({
  name: "prepare_picture",
  description: "A stored picture as a JPEG of at most 1,024 px, to be shown to a language model.",
  input: z.object({ image: BlobId }),
  output: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  run: async ({ image }, { pictures }) => encodeForModel(await pictures.decode(image)),
});
