// Every suite that `gumsa eval` knows. Loaded when it is run: the list itself costs nothing.
import { GumsaError } from "../src/errors.ts";
import type { Suite } from "./suite.ts";

/** One line a suite; its file is loaded on use. */
const SUITES: Readonly<Record<string, () => Promise<Suite>>> = {
  anomaly: async () => (await import("./suites/anomaly/anomaly.ts")).anomaly,
  verdict: async () => (await import("./suites/verdict/verdict.ts")).verdict,
  latency: async () => (await import("./suites/latency/latency.ts")).latency,
  "line-card": async () => (await import("./suites/line-card/line-card.ts")).lineCard,
  similarity: async () => (await import("./suites/similarity/similarity.ts")).similarity,
  boxes: async () => (await import("./suites/boxes/boxes.ts")).boxes,
  capture: async () => (await import("./suites/capture/capture.ts")).capture,
  reference: async () => (await import("./suites/reference/reference.ts")).reference,
  manuals: async () => (await import("./suites/manuals/manuals.ts")).manuals,
  report: async () => (await import("./suites/report/report.ts")).report,
  chat: async () => (await import("./suites/chat/chat.ts")).chat,
};

export const loadSuites = (): Promise<Suite[]> => Promise.all(Object.values(SUITES).map((load) => load()));

/** Throws `record_invalid`: only a record names a suite that may not be there. */
export const suiteOf = async (name: string): Promise<Suite> => {
  const load = Object.hasOwn(SUITES, name) ? SUITES[name] : undefined;
  if (load) return load();
  throw new GumsaError("record_invalid", `The record is of the suite ${name}, which is not known here.`, {
    hint: "gumsa eval --help",
  });
};
