// Compares feature networks and writes the table of docs/models.md:
//   GUMSA_TEST_DATA=FOLDER npx tsx scripts/compare-networks.ts [--limit N] [--write]
//   GUMSA_TEST_DATA=FOLDER npx tsx scripts/compare-networks.ts --times [--write]
// FOLDER holds data/ and weights/. A limit takes so many pictures of each kind and product, evenly; the table states
// how many. `--times` measures durations alone, in a few minutes, on a machine that does nothing else.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { addModel } from "../src/inference/add-model.ts";
import { JobPool } from "../src/inference/job-pool.ts";
import { createModelStore } from "../src/inference/model-store.ts";
import { packageRoot } from "../src/package-root.ts";
import { type NetworkData, type NetworkTask, readBoards, readDemo, readPiped } from "./networks/data.ts";
import { type Measured, measureNetwork } from "./networks/measure.ts";
import { type Results, readResults, tableText, writeTable } from "./networks/table.ts";

const IMAGENET = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };
const OTHERS = [
  { name: "mobilenet-v2", file: "mobilenetv2_fp32_features.onnx", taps: ["feat_32", "feat_96"] },
  { name: "squeezenet", file: "squeezenet1.1_fp32.onnx", taps: ["concat_32", "concat_47"] },
  { name: "resnet-50-v2", file: "resnet50v2_stage1-3.onnx", taps: ["stage2", "stage3"] },
] as const;
const INPUT_PX = 224;
/** Of each kind: the first product of a set is enough for a median. */
const TIMED_PICTURES = 16;

const { values } = parseArgs({
  options: {
    limit: { type: "string" },
    times: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const limit = values.times ? TIMED_PICTURES : Number(values.limit ?? Number.POSITIVE_INFINITY);
const source = process.env.GUMSA_TEST_DATA;
if (source === undefined) throw new Error("set GUMSA_TEST_DATA to the folder that holds data/ and weights/");

const root = packageRoot();
const RESULTS = join(root, "scripts/networks/results.json");
const folder = await mkdtemp(join(tmpdir(), "gumsa-networks-"));
const models = createModelStore(join(root, "models"), folder);
const jobs = new JobPool({ workers: 1 });

const evenly = <T>(items: readonly T[]): T[] =>
  items.length <= limit
    ? [...items]
    : items.filter(
        (_, i) => Math.floor((i * limit) / items.length) !== Math.floor(((i - 1) * limit) / items.length),
      );

const limited = ({ name, tasks }: NetworkData): NetworkData => ({
  name,
  tasks: tasks.slice(0, values.times ? 1 : tasks.length).map(
    (task): NetworkTask => ({
      name: task.name,
      learn: evenly(task.learn),
      good: evenly(task.good),
      bad: evenly(task.bad),
    }),
  ),
});

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

const sizeOf = ({ tasks }: NetworkData): string => {
  const count = (kind: "learn" | "good" | "bad") => tasks.reduce((sum, task) => sum + task[kind].length, 0);
  return `${tasks.length} products, ${count("learn")} pictures to learn from, ${count("good")} good and ${count("bad")} defective ones`;
};

/** One number a network and set. */
const measureAll = async (
  names: readonly string[],
  sets: readonly NetworkData[],
  figureOf: (measured: readonly Measured[]) => number,
): Promise<Record<string, Record<string, number>>> => {
  const figures: Record<string, Record<string, number>> = {};
  for (const name of names) {
    const model = await models.features(name);
    const own: Record<string, number> = {};
    for (const set of sets) {
      const measured: Measured[] = [];
      for (const task of set.tasks)
        measured.push(await measureNetwork(task, model, { models, jobs, folder }));
      own[set.name] = figureOf(measured);
      console.error(`${name}, ${set.name}: ${own[set.name]}`);
    }
    figures[name] = own;
  }
  return figures;
};

const titleOf = async (name: string) => {
  const { card } = await models.features(name);
  return { name, title: `${card.name} ${card.version} (${(card.sizeBytes / 1e6).toFixed(1)} MB)` };
};

const compared = async (sets: readonly NetworkData[]): Promise<Results> => {
  const names = ["patch-features", ...OTHERS.map(({ name }) => name)];
  const date = new Date().toISOString().slice(0, 10);
  const known = await readResults(RESULTS);
  if (values.times) {
    if (!known) throw new Error("the quality of the networks was not measured yet");
    const medianMs = await measureAll(names, sets, (all) =>
      median(all.flatMap(({ durationsMs }) => durationsMs)),
    );
    return { ...known, times: { date, processor: cpus()[0]?.model.trim() ?? "", medianMs } };
  }
  return {
    networks: await Promise.all(names.map(titleOf)),
    sets: sets.map((set) => ({ name: set.name, size: sizeOf(set) })),
    quality: { date, auroc: await measureAll(names, sets, (all) => mean(all.map(({ auroc }) => auroc))) },
    ...(known?.times && { times: known.times }),
  };
};

try {
  for (const { name, file, taps } of OTHERS) {
    const onnx = join(source, "weights", file);
    await addModel(
      { task: "patch-features", name, onnx, taps, inputPx: INPUT_PX, ...IMAGENET },
      { models, jobs },
    );
  }
  const sets = [
    await readPiped(join(source, "data/piped")),
    await readBoards(join(source, "data/deeppcb")),
    await readDemo(join(root, "examples/casting")),
  ].map(limited);
  const results = await compared(sets);
  const table = tableText(results, INPUT_PX);
  console.log(table);
  if (values.write) {
    await writeFile(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
    await writeTable(join(root, "docs/models.md"), table);
  }
} finally {
  await jobs[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
}
