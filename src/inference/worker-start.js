// The first file of a worker thread. From TypeScript sources it registers tsx, which a `.ts` entry could
// not do for itself; from `dist` it loads the compiled worker as it is.
import { workerData } from "node:worker_threads";

if (workerData.entry.endsWith(".ts")) {
  const { register } = await import("tsx/esm/api");
  register();
}
await import(workerData.entry);
