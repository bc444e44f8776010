import { existsSync } from "node:fs";
import { cp, rename } from "node:fs/promises";
import { inject } from "vitest";
import { loadConfig } from "../../../src/config.ts";
import { createInspector } from "../../../src/inspector.ts";
import { createLog } from "../../../src/log.ts";

/** Makes `path` a store that holds the demo product, prepared once a run. */
export const copyDemoStore = async (path: string): Promise<void> => {
  const template = inject("demoTemplate");
  if (!existsSync(template)) await prepare(template);
  await cp(template, path, { recursive: true });
};

const prepare = async (template: string): Promise<void> => {
  const unfinished = `${template}-unfinished`;
  const config = loadConfig({ GUMSA_HOME: unfinished });
  {
    await using inspector = await createInspector(config, { log: createLog("error") });
    await inspector.products.addDemo();
  }
  await rename(unfinished, template);
};
