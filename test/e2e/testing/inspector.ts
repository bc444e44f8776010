import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "../../../src/config.ts";
import { createInspector, type Inspector } from "../../../src/inspector.ts";
import { createLog } from "../../../src/log.ts";
import { copyDemoStore } from "./demo-store.ts";

export interface TemporaryInspector extends AsyncDisposable {
  readonly inspector: Inspector;
}

/** A whole Gumsa in this process, over a store of its own: an empty one, or one with the demo product. */
export const openInspector = async ({ hasDemo = false } = {}): Promise<TemporaryInspector> => {
  const home = await mkdtemp(join(tmpdir(), "gumsa-e2e-"));
  if (hasDemo) await copyDemoStore(home);
  const inspector = await createInspector(loadConfig({ GUMSA_HOME: home }), { log: createLog("error") });
  return {
    inspector,
    async [Symbol.asyncDispose]() {
      await inspector[Symbol.asyncDispose]();
      await rm(home, { recursive: true, force: true });
    },
  };
};
