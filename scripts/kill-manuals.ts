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
import { type Ordeal, type Outcome, undergo } from "./kill-manuals/ordeal.ts";

const [pages = "500", kills = "10", seed = "1"] = process.argv.slice(2);
const random = createRandom(Number(seed), "kills");
const home = await mkdtemp(join(tmpdir(), "gumsa-manuals-"));

const ordealIn = async (name: string): Promise<Omit<Ordeal, "kills" | "latestKillMs">> => {
  const environment = { ...process.env, GUMSA_HOME: join(home, name), GUMSA_LOG_LEVEL: "error" };
  await using inspector = await createInspector(loadConfig({ GUMSA_HOME: environment.GUMSA_HOME }), {
    log: createLog("error"),
  });
  await inspector.products.addDemo();
  return {
    command: [process.execPath, join(packageRoot(), "dist/src/cli/gumsa.js")],
    environment,
    folder: join(home, "manuals"),
    product: "casting",
    pages: { short: 8, long: Number(pages) },
    random: () => random.uniform(0, 1),
    onKill: (done, manuals) => console.error(`killed ${done} times, ${manuals} manuals are there`),
  };
};

try {
  const undisturbed = await undergo({ ...(await ordealIn("undisturbed")), kills: 0, latestKillMs: 0 });
  const latestKillMs = undisturbed.lastRunMs;
  console.error(`undisturbed, it takes ${latestKillMs} ms; each kill comes at a random moment of that`);
  const outcomes: Outcome[] = [];
  const left = (): number => Number(kills) - outcomes.reduce((sum, { after }) => sum + after.length, 0);
  while (left() > 0) {
    const ordeal = await ordealIn(`killed-${outcomes.length}`);
    outcomes.push(await undergo({ ...ordeal, kills: left(), latestKillMs }));
  }
  console.log(JSON.stringify({ undisturbedMs: latestKillMs, outcomes }, null, 2));
  process.exitCode = outcomes.every(({ faults }) => faults.length === 0) ? 0 : 1;
} finally {
  await rm(home, { recursive: true, force: true });
}
