// A small sample of `scripts/kill-manuals.ts`.
import { join } from "node:path";
import { expect, it } from "vitest";
import { createRandom } from "../../scripts/casting/random.ts";
import { undergo } from "../../scripts/kill-manuals/ordeal.ts";
import { openHome, root } from "./testing/gumsa.ts";

it("keeps no half of a manual when its indexing is killed, and goes on where it was", async () => {
  await using home = await openHome({ hasDemo: true });
  const random = createRandom(5, "kills");
  const outcome = await undergo({
    command: [process.execPath, join(root, "dist/src/cli/gumsa.js")],
    environment: { PATH: process.env.PATH, HOME: home.path, GUMSA_HOME: join(home.path, "store") },
    folder: join(home.path, "manuals"),
    product: "casting",
    pages: { short: 4, long: 40 },
    kills: 2,
    latestKillMs: 1500,
    random: () => random.uniform(0.3, 1),
  });
  expect(outcome.faults).toEqual([]);
});
