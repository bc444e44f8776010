// Several pictures at once, as many as there are workers; told in the order in which they were named. One that
// cannot be inspected is told and the others go on; anything that would stop every picture (no product, no room,
// Ctrl-C) ends the batch.
import { pMapIterable } from "p-map";
import type { Inspection } from "../domain/inspection.ts";
import { type ErrorCode, GumsaError, PICTURE_ERRORS } from "../errors.ts";
import { tellSummary } from "./batch-summary.ts";
import type { Context } from "./context.ts";
import { printFailure } from "./failure.ts";
import type { InspectJob } from "./inspect-jobs.ts";
import { deliver, type InspectOne, inspectOne, type Result } from "./inspect-one.ts";

/** How far the work may run ahead of what was told, for each worker: one slow picture does not stop the rest. */
const AHEAD = 4;

/** The inspections of those that could be inspected. */
export const inspectBatch = async (
  jobs: readonly InspectJob[],
  options: InspectOne,
): Promise<Inspection[]> => {
  const { inspector, context, display, product } = options;
  await product.choose(); // building the demo product is not a picture's time
  const start = performance.now();
  const concurrency = inspector.workers;
  const results = pMapIterable(jobs, (job) => attempt(job, options), {
    concurrency,
    backpressure: concurrency * AHEAD,
  });
  const inspections: Inspection[] = [];
  let [done, found] = [0, 0];
  for await (const { job, result, failure } of results) {
    if (result) {
      await deliver(result, options);
      inspections.push(result.inspection);
      if (result.isFound) found++;
    } else {
      display.clear();
      printFailure(failure, context, job.file);
    }
    const elapsedMs = performance.now() - start;
    display.showPicture({ done: ++done, count: jobs.length, file: job.file, elapsedMs });
  }
  display.clear();
  const durationMs = performance.now() - start;
  tellSummary({ inspections, found, errors: jobs.length - inspections.length, durationMs }, context);
  return inspections;
};

interface Attempt {
  readonly job: InspectJob;
  readonly result?: Result;
  readonly failure?: unknown;
}

const attempt = async (job: InspectJob, options: InspectOne): Promise<Attempt> => {
  try {
    return { job, result: await inspectOne(job, options) };
  } catch (failure) {
    if (!isAboutThePicture(failure, options.context)) throw failure;
    return { job, failure };
  }
};

const ABOUT_A_PICTURE: ReadonlySet<ErrorCode> = new Set(PICTURE_ERRORS);

/** A fault of Gumsa itself counts as well: the next picture may not meet it. */
const isAboutThePicture = (error: unknown, { io }: Context): boolean =>
  !io.signal.aborted && (!(error instanceof GumsaError) || ABOUT_A_PICTURE.has(error.code));
