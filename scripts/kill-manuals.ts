// npx tsx scripts/kill-manuals.ts [pages] [kills] [seed]
// Kills the indexing of a long manual at random moments, and shows that no half of it ever stays; after `npm run build`.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "../src/config.ts";
import { createInspector } from "../src/inspector.ts";
import { createLog } from "../src/log.ts";
import { packageRoot } from "../src/package-root.ts";
import { createRandom } from "./casting/random.ts";
import { undergo } from "./kill-manuals/ordeal.ts";

const [pages = "500", kills = "10", seed = "1"] = process.argv.slice(2);
const random = createRandom(Number(seed), "kills");
const home = await mkdtemp(join(tmpdir(), "gumsa-manuals-"));
try {
  const environment = { ...process.env, GUMSA_HOME: join(home, "store"), GUMSA_LOG_LEVEL: "error" };
  {
    await using inspector = await createInspector(loadConfig({ GUMSA_HOME: environment.GUMSA_HOME }), {
      log: createLog("error"),
    });
    await inspector.products.addDemo();
  }
  const outcome = await undergo({
    command: [process.execPath, join(packageRoot(), "dist/src/cli/gumsa.js")],
    environment,
    folder: join(home, "manuals"),
    product: "casting",
    pages: { short: 8, long: Number(pages) },
    kills: Number(kills),
    latestKillMs: 20 * Number(pages) + 2000,
    random: () => random.uniform(0, 1),
    onKill: (done, manuals) => console.error(`killed ${done} times, ${manuals} manuals are there`),
  });
  console.log(JSON.stringify(outcome, null, 2));
  process.exitCode = outcome.faults.length === 0 ? 0 : 1;
} finally {
  await rm(home, { recursive: true, force: true });
}
