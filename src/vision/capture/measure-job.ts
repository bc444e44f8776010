import { defineJob } from "../../inference/job.ts";
import type { Picture } from "../picture.ts";
import { type CaptureStatistics, measureCapture } from "./statistics.ts";

/** `measureCapture` in a worker thread: loops over pixels would hold up the main one. */
export const measureCaptureJob = defineJob(
  import.meta.url,
  "measureCaptureJob",
  async ({ picture }: { picture: Picture }): Promise<CaptureStatistics> => measureCapture(picture),
);
