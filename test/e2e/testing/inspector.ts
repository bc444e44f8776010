import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "../../../src/config.ts";
import { createInspector, type Inspector } from "../../../src/inspector.ts";
import { createLog } from "../../../src/log.ts";

export interface TemporaryInspector extends AsyncDisposable {
  readonly inspector: Inspector;
}

/** A whole Gumsa in this process, over an empty store of its own. */
export const openInspector = async (): Promise<TemporaryInspector> => {
  const home = await mkdtemp(join(tmpdir(), "gumsa-e2e-"));
  const inspector = await createInspector(loadConfig({ GUMSA_HOME: home }), { log: createLog("error") });
  return {
    inspector,
    async [Symbol.asyncDispose]() {
      await inspector[Symbol.asyncDispose]();
      await rm(home, { recursive: true, force: true });
    },
  };
};
