// npx tsx scripts/kill-server.ts [kills] [seed]
// Proves that what the service has acknowledged is not lost by `kill -9`; after `npm run build`.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "../src/config.ts";
import { createInspector } from "../src/inspector.ts";
import { createLog } from "../src/log.ts";
import { packageRoot } from "../src/package-root.ts";
import { createRandom } from "./casting/random.ts";
import { undergo } from "./kill-server/ordeal.ts";

const [kills = "50", seed = "1"] = process.argv.slice(2);
const root = packageRoot();
const random = createRandom(Number(seed), "kills");
const home = await mkdtemp(join(tmpdir(), "gumsa-kill-"));
try {
  {
    await using inspector = await createInspector(loadConfig({ GUMSA_HOME: home }), {
      log: createLog("error"),
    });
    await inspector.products.addDemo();
  }
  const files = ["good/01.jpg", "hole/01.jpg", "scratch/01.jpg"];
  const pictures = await Promise.all(
    files.map((file) => readFile(join(root, "examples/casting/test", file))),
  );
  const outcome = await undergo({
    command: [process.execPath, join(root, "dist/src/cli/gumsa.js")],
    home,
    kills: Number(kills),
    pictures: pictures.map((picture) => new Uint8Array(picture)),
    random: () => random.uniform(0, 1),
    onKill: (done, acknowledged) => console.error(`killed ${done} times, ${acknowledged} acknowledged`),
  });
  console.log(JSON.stringify(outcome, null, 2));
  process.exitCode = outcome.lost.length === 0 ? 0 : 1;
} finally {
  await rm(home, { recursive: true, force: true });
}
