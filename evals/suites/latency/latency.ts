// How long an inspection takes, by node, cold and warm; how many a second at one, two and four at once; and the
// yardstick, a bare run of the network inside it, timed in turn in the same process. Nothing else should run beside it.
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import pMap from "p-map";
import { z } from "zod";
import type { NamedBytes } from "../../../src/inspector.ts";
import type { SuiteContext } from "../../context.ts";
import { picturesBelow, unreadable } from "../../datasets/folder.ts";
import { limited } from "../../limit.ts";
import { type DataFile, defineSuite, type Item } from "../../suite.ts";
import { borrowedOrDemo } from "../built-product.ts";
import { LATENCY_FIGURES, LatencyResult, scoreLatency } from "./score.ts";
import { latencySections } from "./sections.ts";
import { inspectOnce, peakMemory, timedInspection } from "./timed-inspection.ts";

const LatencyOptions = z.strictObject({
  data: z.string(),
  product: z.string().optional(),
});

const COLD_STARTS = 3;
const AT_ONCE = [1, 2, 4] as const;
const ROUNDS = 3;
/** Of pictures in one batch; more say little more. */
const MOST_IN_BATCH = 12;
const MOST_PICTURES = 60;
/** Before anything warm is timed. */
const WARM_UP = 3;
/** Fewer would be found in the memory of the last few pictures. */
const FEWEST_PICTURES = 5;

export const latency = defineSuite({
  name: "latency",
  describes: {
    ko: "속도: 노드별 p50, p95, p99, 시작 직후와 그 뒤, 동시 1, 2, 4개 처리량, 최대 메모리",
    en: "speed: p50, p95, p99 by node, cold and warm, throughput at 1, 2 and 4 at once, peak memory",
  },
  flags: [
    { flags: "--data <folder>", describes: { ko: "사진 폴더", en: "a folder of pictures" } },
    {
      flags: "--product <id>",
      describes: {
        ko: "사진에 찍힌 제품 (기본값: 데모 제품)",
        en: "the product that they show (default: the demo product)",
      },
    },
  ],
  options: LatencyOptions,
  result: LatencyResult,
  figures: LATENCY_FIGURES,
  async open({ data, product: named }, context) {
    const folder = resolve(data);
    const all = await picturesBelow(folder, { root: folder });
    if (all.length < FEWEST_PICTURES) throw await unreadable(folder, `at least ${FEWEST_PICTURES} pictures`);
    const product = await borrowedOrDemo(named, context);
    const files = limited(
      all.map((file) => ({ ...file, id: file.name })),
      MOST_PICTURES,
    );
    const byName = new Map<string, DataFile>(files.map((file) => [file.name, file]));
    await warmUp(files, product.id, context);
    return {
      dataset: basename(folder),
      files: files.map(({ name, path }) => ({ name, path })),
      items: itemsFor(files),
      versions: { bank: product.bank, features: product.model },
      measure: ({ id }) => measureItem(id, { byName, files, product: product.id, context }),
      sections: async (measured) => latencySections(measured),
    };
  },
  score: scoreLatency,
});

/** Each kind is a stratum of its own: an interval draws warm ones among warm ones. */
const itemsFor = (files: readonly DataFile[]): Item[] =>
  [
    ...Array.from({ length: COLD_STARTS }, (_, i) => ({ id: `cold ${i + 1}`, stratum: "cold" })),
    ...files.map(({ name }) => ({ id: name, stratum: "warm" })),
    ...Array.from({ length: ROUNDS }, (_, round) =>
      AT_ONCE.map((atOnce) => ({ id: `throughput ${atOnce} ${round + 1}`, stratum: `throughput ${atOnce}` })),
    ).flat(),
  ].map((item) => ({ ...item, isAlone: true }));

interface Measuring {
  readonly byName: ReadonlyMap<string, DataFile>;
  readonly files: readonly DataFile[];
  readonly product: string;
  readonly context: SuiteContext;
}

const measureItem = async (id: string, measuring: Measuring): Promise<LatencyResult> => {
  const { byName, files, product, context } = measuring;
  const file = byName.get(id);
  if (file) {
    return {
      kind: "warm",
      ...(await timedInspection(await named(file), product, context.inspector, context)),
    };
  }
  const [kind, number] = id.split(" ");
  if (kind === "throughput") return throughput(Number(number), measuring);
  const first = files[Number(number) % files.length];
  if (!first) throw new TypeError("there is no picture");
  await using fresh = await context.openAnother();
  return { kind: "cold", ...(await timedInspection(await named(first), product, fresh, context)) };
};

const named = async ({ name, path }: DataFile): Promise<NamedBytes> => ({
  fileName: name,
  bytes: await readFile(path),
});

const throughput = async (atOnce: number, { files, product, context }: Measuring): Promise<LatencyResult> => {
  const batch = files.slice(0, MOST_IN_BATCH);
  const read = await Promise.all(batch.map(named));
  const start = performance.now();
  await pMap(read, (picture) => inspectOnce(picture, product, context.inspector, context), {
    concurrency: atOnce,
  });
  const durationMs = performance.now() - start;
  return { kind: "throughput", atOnce, inspections: batch.length, durationMs, peakMemoryBytes: peakMemory() };
};

const warmUp = async (files: readonly DataFile[], product: string, context: SuiteContext): Promise<void> => {
  for (const file of files.slice(-WARM_UP))
    await inspectOnce(await named(file), product, context.inspector, context);
};
