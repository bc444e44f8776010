// The folder in which the first test that needs the demo product prepares it; the others copy it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    demoTemplate: string;
  }
}

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), "gumsa-demo-"));
  project.provide("demoTemplate", join(folder, "store"));
  return () => rm(folder, { recursive: true, force: true });
};
