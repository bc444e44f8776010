// Jobs that the pool's test runs in real worker threads.
import { writeFile } from "node:fs/promises";
import { GumsaError } from "../../errors.ts";
import { defineJob } from "../job.ts";

export const double = defineJob(import.meta.url, "double", async (input: { value: number }) => ({
  value: 2 * input.value,
}));
export const refuse = defineJob(import.meta.url, "refuse", async () => {
  throw new GumsaError("model_damaged", "not a model", { hint: "install again" });
});
export const stumble = defineJob(import.meta.url, "stumble", async () => {
  throw new TypeError("a bug");
});
export const die = defineJob(import.meta.url, "die", async () => process.exit(3));
export const halve = defineJob(import.meta.url, "halve", async ({ numbers }: { numbers: Float32Array }) => ({
  numbers: numbers.map((number) => number / 2),
}));
export const linger = defineJob(
  import.meta.url,
  "linger",
  () => new Promise<string>((resolve) => setTimeout(() => resolve("done"), 300)),
);
/** Writes the file once it has lingered. */
export const leaveTrace = defineJob(import.meta.url, "leaveTrace", async ({ file }: { file: string }) => {
  await new Promise((resolve) => setTimeout(resolve, 100));
  await writeFile(file, "done");
});
