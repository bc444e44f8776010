// Does the comparison find what people have marked? DeepPCB: a defect-free template, and a tested board with boxes.
// There is one template a board, so no null of good pairs exists: the threshold is the one that serves best on other
// boards than those that are measured.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pMap from "p-map";
import { afterAll, expect, it } from "vitest";
import type { Box } from "../../src/domain/region.ts";
import { JobPool } from "../../src/inference/job-pool.ts";
import { createModelStore } from "../../src/inference/model-store.ts";
import { packageRoot } from "../../src/package-root.ts";
import { decodePicture } from "../../src/vision/decode.ts";
import {
  type ComparedPicture,
  type Comparison,
  comparePictures,
  comparisonOperatorsOf,
  toCompare,
} from "../../src/vision/reference/compare-pictures.ts";
import { differenceRegions } from "../../src/vision/reference/difference-regions.ts";

const data = process.env.GUMSA_TEST_DATA ?? "";
const folder = join(data, "data/deeppcb");
const hasData = data !== "" && existsSync(join(folder, "list.txt"));
if (!hasData) console.log("skipped: set GUMSA_TEST_DATA to a folder with data/deeppcb");

/** Every fourth pair; of these, one half sets the threshold and the other is measured. */
const EVERY = 4;
const SAME_IOU = 0.3;

const jobs = new JobPool();
const operators = comparisonOperatorsOf(createModelStore(join(packageRoot(), "models")));
afterAll(() => jobs[Symbol.asyncDispose]());

it.skipIf(!hasData)("finds the marked defects of printed circuit boards", async () => {
  const pairs = (await readPairs()).filter((_, i) => i % EVERY === 0);
  const boards = (await pMap(pairs, compareBoard, { concurrency: 2 * jobs.size })).flat();
  const [others, tested] = [0, 1].map((half) => boards.filter((_, i) => i % 2 === half));
  const threshold = bestThreshold(others ?? []);
  const { recalled, boxes, right, regions } = measure(tested ?? [], threshold);
  console.log(
    `${boards.length} of ${pairs.length} boards could be laid over their template; threshold ${threshold.toFixed(3)} from ${others?.length} boards; ` +
      `on ${tested?.length} others, at IoU ${SAME_IOU}: recall ${recalled} of ${boxes} boxes (${percent(recalled / boxes)}), ` +
      `precision ${right} of ${regions} regions (${percent(right / regions)})`,
  );
  expect(boards.length / pairs.length).toBeGreaterThan(0.9);
  expect(recalled / boxes).toBeGreaterThan(0.6);
  expect(right / regions).toBeGreaterThan(0.6);
});

interface Pair {
  readonly image: string;
  readonly labels: string;
}

interface Board {
  readonly map: Comparison;
  readonly size: { widthPx: number; heightPx: number };
  readonly boxes: readonly Box[];
}

const readPairs = async (): Promise<Pair[]> => {
  const list = await readFile(join(folder, "list.txt"), "utf8");
  return list
    .trim()
    .split("\n")
    .map((line) => {
      const [image = "", labels = ""] = line.trim().split(/\s+/);
      return { image: image.replace(/\.jpg$/, ""), labels };
    });
};

const compareBoard = async ({ image, labels }: Pair): Promise<Board[]> => {
  const [picture, reference] = await Promise.all([read(`${image}_test.jpg`), read(`${image}_temp.jpg`)]);
  const map = await jobs.do(comparePictures, { picture, reference, operators });
  if ("misfit" in map) return [];
  const boxes = (await readFile(join(folder, labels), "utf8")).trim().split("\n").map(boxOf);
  return [{ map, size: picture.source, boxes }];
};

const read = async (path: string): Promise<ComparedPicture> =>
  toCompare(await decodePicture(await readFile(join(folder, path)), { fileName: path, maxPixels: 1e7 }));

/** `x1 y1 x2 y2 type` */
const boxOf = (line: string): Box => {
  const [left = 0, top = 0, right = 0, bottom = 0] = line
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return { x: left, y: top, width: right - left, height: bottom - top };
};

/** The threshold with the best balance of recall and precision. */
const bestThreshold = (boards: readonly Board[]): number => {
  const thresholds = Array.from({ length: 15 }, (_, i) => 0.3 + 0.05 * i);
  const scored = thresholds.map((threshold) => ({ threshold, score: balance(measure(boards, threshold)) }));
  const [best] = scored.toSorted((one, other) => other.score - one.score);
  return best?.threshold ?? 1;
};

/** F1. */
const balance = ({ recalled, boxes, right, regions }: Measured): number =>
  recalled + right === 0 ? 0 : 2 / (boxes / recalled + regions / right);

interface Measured {
  readonly recalled: number;
  readonly boxes: number;
  readonly right: number;
  readonly regions: number;
}

const measure = (boards: readonly Board[], threshold: number): Measured => {
  const found = boards.map(({ map, size, boxes }) => ({
    boxes,
    regions: differenceRegions(map, threshold, size),
  }));
  const [recalled, boxes] = share(found.map(({ boxes, regions }) => [boxes, regions]));
  const [right, regions] = share(found.map(({ boxes, regions }) => [regions, boxes]));
  return { recalled, boxes, right, regions };
};

/** How many of the first lists' boxes are among the second lists', and how many there are. */
const share = (lists: readonly (readonly [readonly Box[], readonly Box[]])[]): [number, number] => {
  const all = lists.flatMap(([boxes, others]) =>
    boxes.map((box) => others.some((other) => iou(box, other) >= SAME_IOU)),
  );
  return [all.filter(Boolean).length, all.length];
};

const iou = (one: Box, other: Box): number => {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (one.width * one.height + other.width * other.height - shared);
};

const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;
