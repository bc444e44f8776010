// Prepares the demo product once for all end-to-end tests, which copy it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { loadConfig } from "../../../src/config.ts";
import { createInspector } from "../../../src/inspector.ts";
import { createLog } from "../../../src/log.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A store that holds the demo product. */
    demoTemplate: string;
  }
}

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const store = await mkdtemp(join(tmpdir(), "gumsa-demo-"));
  {
    await using inspector = await createInspector(loadConfig({ GUMSA_HOME: store }), {
      log: createLog("error"),
    });
    await inspector.products.addDemo();
  }
  project.provide("demoTemplate", store);
  return () => rm(store, { recursive: true, force: true });
};
