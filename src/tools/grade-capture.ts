import { z } from "zod";
import { CaptureGrade } from "../domain/capture-grade.ts";
import { BlobId } from "../domain/image-ref.ts";
import { ProductId, View } from "../domain/product.ts";
import { gradeCapture as gradeStatistics } from "../vision/capture/grade.ts";
import { measureCaptureJob } from "../vision/capture/measure-job.ts";
import { defineTool } from "./define-tool.ts";

export const gradeCapture = defineTool({
  name: "grade_capture",
  description:
    "Tell what is wrong with a picture itself (blur, noise, low resolution, compression, exposure, contrast), relative to the product's good pictures where a product is named.",
  input: z.object({ image: BlobId, product: ProductId.nullable(), view: View }),
  output: CaptureGrade,
  async run({ image, product, view }, { pictures, jobs, store, signal }) {
    const picture = await pictures.decode(image);
    const statistics = await jobs.do(measureCaptureJob, { picture }, signal);
    const bank = product === null ? undefined : await store.banks.get(product, view);
    return gradeStatistics(statistics, bank ? { baseline: bank.captureBaseline } : {});
  },
});
