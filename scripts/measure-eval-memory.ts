// Whether an evaluation's memory grows with the data: draws pictures of 4 megapixels, evaluates them, and tells the
// resident memory of the process by how many pictures were measured. Linux. npx tsx scripts/measure-eval-memory.ts [300]
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setInterval } from "node:timers/promises";
import sharp from "sharp";
import { packageRoot } from "../src/package-root.ts";
import { createRandom } from "./casting/random.ts";

const EDGE_PX = 2000;
const LEARNT = 24;
const count = Number(process.argv[2] ?? 300);

/** A plate with stripes, each a little otherwise; every third tested one has a dark spot. */
const draw = async (path: string, name: string, isBad: boolean): Promise<void> => {
  const { uniform, normal } = createRandom(7, name);
  const small = Buffer.alloc(200 * 200);
  const [shift, light] = [uniform(0, 3), uniform(-8, 8)];
  const [spotX, spotY] = [uniform(40, 160), uniform(40, 160)];
  for (let i = 0; i < small.length; i++) {
    const [x, y] = [i % 200, Math.floor(i / 200)];
    const isSpot = isBad && (x - spotX) ** 2 + (y - spotY) ** 2 < 150;
    small[i] = isSpot ? 20 : 128 + light + 30 * Math.sin((x + shift) / 6) + 4 * normal();
  }
  await mkdir(dirname(path), { recursive: true });
  await sharp(small, { raw: { width: 200, height: 200, channels: 1 } })
    .resize(EDGE_PX, EDGE_PX)
    .jpeg({ quality: 90 })
    .toFile(path);
};

const drawAll = async (folder: string): Promise<void> => {
  for (let i = 0; i < LEARNT; i++) await draw(join(folder, `train/good/${i}.jpg`), `learnt ${i}`, false);
  for (let i = 0; i < count - LEARNT; i++) {
    const type = i % 3 === 2 ? "spot" : "good";
    await draw(join(folder, `test/${type}/${i}.jpg`), `tested ${i}`, type === "spot");
  }
};

const residentMb = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000;
};

const folder = await mkdtemp(join(tmpdir(), "gumsa-memory-"));
try {
  await drawAll(folder);
  const out = join(folder, "out");
  const command = [
    join(packageRoot(), "dist/src/cli/gumsa.js"),
    "eval",
    "anomaly",
    "--data",
    folder,
    "--out",
    out,
  ];
  const child = spawn(process.execPath, command, {
    env: { ...process.env, GUMSA_HOME: join(folder, "home") },
  });
  child.stderr.resume();
  child.stdout.resume();
  const highest = new Map<number, number>();
  for await (const _ of setInterval(500)) {
    if (child.exitCode !== null || child.pid === undefined) break;
    const journal = await readFile(join(out, ".run/journal.jsonl"), "utf8").catch(() => "");
    const tenth = Math.floor((10 * Math.max(0, journal.split("\n").length - 2)) / (count - LEARNT));
    highest.set(tenth, Math.max(highest.get(tenth) ?? 0, await residentMb(child.pid)));
  }
  for (const [tenth, mb] of highest) console.log(`${10 * tenth} % measured: at most ${mb.toFixed(0)} MB`);
  process.exitCode = child.exitCode ?? 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
