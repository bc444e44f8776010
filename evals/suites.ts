// Every suite that `gumsa eval` knows. Loaded when it is run: the list itself costs nothing.
import type { Suite } from "./suite.ts";

/** One line a suite; its file is loaded on use. */
const SUITES = {
  anomaly: async () => (await import("./suites/anomaly/anomaly.ts")).anomaly,
} as const satisfies Record<string, () => Promise<Suite>>;

export const suiteNames = (): string[] => Object.keys(SUITES);

export const loadSuites = (): Promise<Suite[]> => Promise.all(Object.values(SUITES).map((load) => load()));
