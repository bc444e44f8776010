import { z } from "zod";
import { CaptureGrade } from "../domain/capture-grade.ts";
import { BlobId } from "../domain/image-ref.ts";
import { ProductId, View } from "../domain/product.ts";
import { gradeCapture as gradeReading } from "../vision/capture/grade.ts";
import { readCapture } from "../vision/capture/network.ts";
import { usualOf } from "../vision/capture/usual.ts";
import { defineTool } from "./define-tool.ts";

export const gradeCapture = defineTool({
  name: "grade_capture",
  description:
    "Tell what is wrong with a picture itself (blur, noise, resolution, compression, exposure, colour, dirt or haze before the lens, faulty sensor lines): which kind, how strong, where, relative to the product's good pictures where a product is named.",
  input: z.object({ image: BlobId, product: ProductId.nullable(), view: View }),
  output: CaptureGrade,
  async run({ image, product, view }, { pictures, jobs, models, banks, signal }) {
    const picture = await pictures.decode(image);
    const grader = await models.grader();
    const bank = product === null ? undefined : await banks.of(product, view, signal);
    const usual = usualOf(bank?.record.captureBaseline, grader);
    const reading = await jobs.do(readCapture, { picture, grader, usual: usual.look }, signal);
    const { widthPx, heightPx } = picture;
    return gradeReading({ ...reading, widthPx, heightPx }, { usual, grader });
  },
});
