import { cp } from "node:fs/promises";
import { inject } from "vitest";

/** Makes `path` a store that holds the demo product. */
export const copyDemoStore = (path: string): Promise<void> =>
  cp(inject("demoTemplate"), path, { recursive: true });
