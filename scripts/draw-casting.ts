// Draws the demo product's pictures: npx tsx scripts/draw-casting.ts [--out examples/casting] [--seed 7]

import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { type PlannedPicture, plannedPictures } from "./casting/data-set.ts";
import { drawPicture } from "./casting/picture.ts";
import { SIZE_PX } from "./casting/plane.ts";

const JPEG_QUALITY = 90;

const { values } = parseArgs({
  options: { out: { type: "string", default: "examples/casting" }, seed: { type: "string", default: "7" } },
});
await drawAll(values.out, wholeNumber(values.seed));

async function drawAll(folder: string, seed: number): Promise<void> {
  const plan = plannedPictures();
  const startMs = Date.now();
  for (const [done, planned] of plan.entries()) {
    report(done, plan.length, startMs);
    await drawOne(planned, { folder, seed });
  }
  process.stderr.write(
    `\r${plan.length} pictures in ${folder}, ${Math.round((Date.now() - startMs) / 1000)} s.\u001b[K\n`,
  );
}

async function drawOne(
  { path, maskPath, defect }: PlannedPicture,
  { folder, seed }: { folder: string; seed: number },
): Promise<void> {
  const { pixels, mask } = drawPicture({ seed, name: path, ...(defect && { defect }) });
  const picture = sharp(pixels, { raw: { width: SIZE_PX, height: SIZE_PX, channels: 3 } });
  await picture.jpeg({ quality: JPEG_QUALITY }).toFile(await placeFor(join(folder, path)));
  if (!mask || !maskPath) return;
  const maskPicture = sharp(mask, { raw: { width: SIZE_PX, height: SIZE_PX, channels: 1 } });
  await maskPicture
    .toColourspace("b-w")
    .png({ compressionLevel: 9 })
    .toFile(await placeFor(join(folder, maskPath)));
}

async function placeFor(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  return path;
}

function report(done: number, total: number, startMs: number): void {
  const left =
    done === 0 ? "" : `, ${Math.ceil(((Date.now() - startMs) / 1000 / done) * (total - done))} s left`;
  process.stderr.write(`\rdrawing ${done + 1} of ${total}${left}\u001b[K`);
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new RangeError(`--seed takes a whole number, not "${text}"`);
  return Number(text);
}
