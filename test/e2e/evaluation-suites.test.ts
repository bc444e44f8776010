// Each suite of readers over a small drawn data set, with the real network: every figure has a value or a reason.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runSuite } from "../../evals/run.ts";
import { suiteOf } from "../../evals/suites.ts";
import { loadConfig } from "../../src/config.ts";
import { createInspector } from "../../src/inspector.ts";
import { createLog } from "../../src/log.ts";
import type { Picture } from "../../src/vision/picture.ts";
import { drawPart } from "./drawn/part.ts";

const PRODUCT = 11;
const [GOOD, EACH] = [8, 3];
const BOX = { x: 40, y: 30, width: 16, height: 16 };

let data = "";

const save = async (name: string, { rgb, widthPx, heightPx }: Picture): Promise<void> => {
  const path = join(data, name);
  await mkdir(dirname(path), { recursive: true });
  await sharp(rgb, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .png()
    .toFile(path);
};

/** A square of one grey in place of what is there. */
const painted = ({ rgb, ...size }: Picture, grey: number, background?: number): Picture => {
  const picture = { ...size, rgb: Uint8Array.from(rgb) };
  if (background !== undefined) picture.rgb.fill(background);
  for (let y = BOX.y; y < BOX.y + BOX.height; y++) {
    const i = 3 * (y * size.widthPx + BOX.x);
    picture.rgb.fill(grey, i, i + 3 * BOX.width);
  }
  return picture;
};

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "gumsa-suites-"));
  const parts = Array.from({ length: GOOD + 2 * EACH }, (_, part) => drawPart({ product: PRODUCT, part }));
  for (const [i, part] of parts.entries()) {
    const type = i < GOOD + EACH ? "burn" : "chip";
    if (i < GOOD) {
      await save(`classes/train/good/${i}.png`, part);
      await save(`boxes/images/good-${i}.png`, part);
      continue;
    }
    const bad = painted(part, type === "burn" ? 0 : 255);
    await save(`classes/test/${type}/${i}.png`, bad);
    await save(`boxes/images/bad-${i}.png`, bad);
    await save(`pairs/good/${i}.png`, part);
    await save(`pairs/tested/${i}.png`, bad);
    await save(`pairs/masks/${i}.png`, painted(part, 255, 0));
  }
  const images = parts.map((_, id) => ({ id, file_name: id < GOOD ? `good-${id}.png` : `bad-${id}.png` }));
  const annotations = images
    .slice(GOOD)
    .map(({ id }) => ({ image_id: id, category_id: 1, bbox: Object.values(BOX) }));
  const coco = { images, annotations, categories: [{ id: 1, name: "defect" }] };
  await mkdir(join(data, "boxes/annotations"), { recursive: true });
  await writeFile(join(data, "boxes/annotations/instances.json"), JSON.stringify(coco));
});
afterAll(() => rm(data, { recursive: true, force: true }));

const run = async (name: string, folder: string, limit?: number) => {
  const { record, sections } = await runSuite({
    suite: await suiteOf(name),
    settings: { data: join(data, folder) },
    seed: 7,
    limit,
    language: "en",
    openInspector: (home) => createInspector(loadConfig({ GUMSA_HOME: home }), { log: createLog("error") }),
    signal: new AbortController().signal,
    events: { step: () => {}, measured: () => {} },
  });
  const at = (figure: string, ...scope: string[]) =>
    record.figures.find((one) => one.name === figure && one.scope.join() === scope.join());
  for (const { name: figure, value, reason } of record.figures) {
    expect({ figure, isTold: typeof value === "number" ? Number.isFinite(value) : reason !== "" }).toEqual({
      figure,
      isTold: true,
    });
  }
  expect(sections.length).toBeGreaterThan(0);
  expect(record.broken).toEqual([]);
  return { at, items: record.items.length };
};

it("ranks known cases", async () => {
  const { at, items } = await run("similarity", "classes");
  expect(items).toBe(2 * EACH);
  expect(at("recallAt1", "asked", "strongest")?.count).toBe(2 * EACH);
  expect(at("recallAt1", "asked", "whole")?.count).toBe(2 * EACH);
});

it("counts the pairs that cannot be laid over each other", async () => {
  const { at, items } = await run("reference", "pairs");
  expect(items).toBe(2 * EACH);
  // A painted square outweighs the plate's faint ribs: edges do not agree.
  expect(at("comparable")).toMatchObject({ hits: 0, count: 2 * EACH });
  expect(at("recall")?.value).toBeNull();
});

it("draws boxes", async () => {
  const { at, items } = await run("boxes", "boxes");
  expect(items).toBe(2 * EACH + GOOD / 2);
  expect(at("map50")?.count).toBe(2 * EACH);
  expect(at("emptyWithBoxes")?.count).toBe(GOOD / 2);
});

it("grades pictures that it has made worse", async () => {
  const { at, items } = await run("capture", "classes/train/good", 40);
  expect(items).toBe(40);
  expect(at("noticed")?.value).toBeGreaterThan(0.3);
  expect(at("severitySrcc")?.value).toBeGreaterThan(-1);
});
