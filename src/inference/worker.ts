import { parentPort } from "node:worker_threads";
import { GumsaError } from "../errors.ts";
import { createBench } from "./bench.ts";
import type { Job } from "./job.ts";
import type { Answer, Question } from "./job-pool.ts";

const bench = createBench();

const answer = async ({ module, name, input }: Question): Promise<Answer> => {
  try {
    const exported: Record<string, unknown> = await import(module);
    const job = exported[name] as Job<unknown, unknown>; // defineJob named this export
    return { output: await job.run(input, bench) };
  } catch (error) {
    return { failure: describeFailure(error) };
  }
};

const describeFailure = (error: unknown): NonNullable<Answer["failure"]> => {
  if (error instanceof GumsaError) return { code: error.code, message: error.message, hint: error.hint };
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
};

parentPort?.on("message", async (question: Question) => {
  const result = await answer(question);
  parentPort?.postMessage(result, buffersOf(result.output));
});

/** The buffers of a flat output move to the main thread instead of being copied. */
const buffersOf = (output: unknown): ArrayBuffer[] => {
  if (typeof output !== "object" || output === null) return [];
  const views = Object.values(output).filter((value) => ArrayBuffer.isView(value));
  return [...new Set(views.map((view) => view.buffer))].filter((buffer) => buffer instanceof ArrayBuffer);
};
