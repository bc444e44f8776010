// npx tsx benchmarks/load.ts [uploads] [clients]
// Uploads of 1 MB to a service in a process of its own, over loopback; after `npm run build`. Prints statuses, the
// delay of the service's event loop as its own metrics tell it, and its memory at the beginning and at the end.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pMap from "p-map";
import sharp from "sharp";
import { packageRoot } from "../src/package-root.ts";
import { startServer } from "../scripts/kill-server/server.ts";

const [uploads = 1000, clients = 32] = process.argv.slice(2).map(Number);
/** A grey picture that does not compress: about 1 MB as PNG. */
const NOISE_SIDE_PX = 1000;

/** So many differ; drawn before the clock starts. */
const PICTURES = 64;

const pictureOf = async (number: number): Promise<Uint8Array<ArrayBuffer>> => {
  const pixels = Buffer.alloc(NOISE_SIDE_PX ** 2);
  let state = number + 1;
  for (let i = 0; i < pixels.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    pixels[i] = state >>> 24;
  }
  const raw = { width: NOISE_SIDE_PX, height: NOISE_SIDE_PX, channels: 1 as const };
  return new Uint8Array(await sharp(pixels, { raw }).png({ compressionLevel: 0 }).toBuffer());
};

const metricsOf = async (url: string): Promise<{ lagP99Ms: number; memoryMb: number }> => {
  const text = await (await fetch(`${url}/metrics`)).text();
  const value = (name: string): number => Number(new RegExp(`^${name} (.+)$`, "m").exec(text)?.[1]);
  return {
    lagP99Ms: 1000 * value("nodejs_eventloop_lag_p99_seconds"),
    memoryMb: value("process_resident_memory_bytes") / 1e6,
  };
};

const home = await mkdtemp(join(tmpdir(), "gumsa-load-"));
const command = [process.execPath, join(packageRoot(), "dist/src/cli/gumsa.js")];
const server = await startServer({ command, home, settings: { GUMSA_REQUESTS_PER_MINUTE: "0" } });
try {
  const before = await metricsOf(server.url);
  const pictures = await Promise.all(Array.from({ length: PICTURES }, (_, number) => pictureOf(number)));
  const statuses = new Map<number, number>();
  const start = performance.now();
  const seen = [before];
  await pMap(
    Array.from({ length: uploads }, (_, number) => number),
    async (number) => {
      const response = await fetch(`${server.url}/v1/inspections?product=`, {
        method: "POST",
        body: pictures[number % PICTURES] ?? new Uint8Array(),
        headers: { "content-type": "image/png", prefer: "respond-async" },
      });
      await response.arrayBuffer();
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      if (number % 100 === 99) seen.push(await metricsOf(server.url)); // each tells of the time since the one before
    },
    { concurrency: clients },
  );
  const seconds = (performance.now() - start) / 1000;
  seen.push(await metricsOf(server.url));
  const lagP99Ms = Math.max(...seen.slice(1).map((metrics) => metrics.lagP99Ms));
  const memoryMb = seen.map((metrics) => Math.round(metrics.memoryMb));
  const answers = Object.fromEntries(statuses);
  console.log(JSON.stringify({ uploads, clients, seconds, answers, lagP99Ms, memoryMb }, null, 2));
} finally {
  await server.stop();
  await rm(home, { recursive: true, force: true });
}
