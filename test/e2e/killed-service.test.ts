// A small sample of `scripts/kill-server.ts`.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createRandom } from "../../scripts/casting/random.ts";
import { undergo } from "../../scripts/kill-server/ordeal.ts";
import { copyDemoStore } from "./testing/demo-store.ts";
import { root } from "./testing/gumsa.ts";

it("loses nothing that it has acknowledged when it is killed under load", async () => {
  const home = await mkdtemp(join(tmpdir(), "gumsa-kill-"));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  await copyDemoStore(home);
  const random = createRandom(3, "kills");
  const outcome = await undergo({
    command: [process.execPath, join(root, "dist/src/cli/gumsa.js")],
    home,
    kills: 2,
    pictures: [new Uint8Array(await readFile(join(root, "examples/casting/test/good/01.jpg")))],
    random: () => random.uniform(0, 1),
  });
  expect(outcome.acknowledged).toBeGreaterThan(0);
  expect(outcome).toMatchObject({ lost: [], marked: [], recorded: outcome.acknowledged });
});
