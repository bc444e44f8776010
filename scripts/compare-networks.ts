// Compares feature networks and writes the table of docs/models.md:
//   GUMSA_TEST_DATA=FOLDER npx tsx scripts/compare-networks.ts [--limit N] [--write]
// FOLDER holds data/ and weights/. A limit takes so many pictures of each kind and product, evenly; what it prints
// then is a trial and is not written.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { addModel } from "../src/inference/add-model.ts";
import { JobPool } from "../src/inference/job-pool.ts";
import { createModelStore } from "../src/inference/model-store.ts";
import { packageRoot } from "../src/package-root.ts";
import { type NetworkData, type NetworkTask, readBoards, readDemo, readPiped } from "./networks/data.ts";
import { measureNetwork } from "./networks/measure.ts";

const IMAGENET = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };
const OTHERS = [
  { name: "mobilenet-v2", file: "mobilenetv2_fp32_features.onnx", taps: ["feat_32", "feat_96"] },
  { name: "squeezenet", file: "squeezenet1.1_fp32.onnx", taps: ["concat_32", "concat_47"] },
  { name: "resnet-50-v2", file: "resnet50v2_stage1-3.onnx", taps: ["stage2", "stage3"] },
] as const;
const INPUT_PX = 224;

const { values } = parseArgs({
  options: { limit: { type: "string" }, write: { type: "boolean", default: false } },
});
const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit);
const source = process.env.GUMSA_TEST_DATA;
if (source === undefined) throw new Error("set GUMSA_TEST_DATA to the folder that holds data/ and weights/");

const root = packageRoot();
const folder = await mkdtemp(join(tmpdir(), "gumsa-networks-"));
const models = createModelStore(join(root, "models"), folder);
const jobs = new JobPool({ workers: 1 });

const evenly = <T>(items: readonly T[]): T[] =>
  items.filter(
    (_, i) => Math.floor((i * limit) / items.length) !== Math.floor(((i - 1) * limit) / items.length),
  );

const limited = ({ name, learn, good, bad }: NetworkTask): NetworkTask =>
  limit === Number.POSITIVE_INFINITY
    ? { name, learn, good, bad }
    : { name, learn: evenly(learn), good: evenly(good), bad: evenly(bad) };

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** `0.912, 14 ms`: the mean AUROC over the products and the median time of a picture. */
const cellOf = async (name: string, { tasks }: NetworkData): Promise<string> => {
  const model = await models.features(name);
  const results = [];
  for (const task of tasks)
    results.push(await measureNetwork(limited(task), model, { models, jobs, folder }));
  const durationMs = median(results.flatMap(({ durationsMs }) => durationsMs));
  return `${mean(results.map(({ auroc }) => auroc)).toFixed(3)}, ${durationMs.toFixed(0)} ms`;
};

const sizeOf = ({ name, tasks }: NetworkData): string => {
  const count = (kind: "learn" | "good" | "bad") =>
    tasks.map(limited).reduce((sum, task) => sum + task[kind].length, 0);
  return `${name}: ${tasks.length} products, ${count("learn")} pictures to learn from, ${count("good")} good and ${count("bad")} defective ones`;
};

const tableOf = async (names: readonly string[], sets: readonly NetworkData[]): Promise<string> => {
  const rows: string[] = [];
  for (const name of names) {
    const cells: string[] = [];
    for (const set of sets) {
      cells.push(await cellOf(name, set));
      console.error(`${name}, ${set.name}: ${cells.at(-1)}`);
    }
    const { card } = await models.features(name);
    rows.push(
      `| ${card.name} ${card.version} (${(card.sizeBytes / 1e6).toFixed(1)} MB) | ${cells.join(" | ")} |`,
    );
  }
  const date = new Date().toISOString().slice(0, 10);
  return [
    `Measured on ${date} with one thread of a ${cpus()[0]?.model.trim()}: mean image AUROC over the products, median time`,
    "from decoded pixels to the distance map. The bundled network sees pictures near their own size (384 px at the",
    `most), the others at ${INPUT_PX} px.`,
    "",
    `| network | ${sets.map(({ name }) => name).join(" | ")} |`,
    `| --- | ${sets.map(() => "---").join(" | ")} |`,
    ...rows,
    "",
    ...sets.map((set) => `- ${sizeOf(set)}`),
  ].join("\n");
};

const PAGE = join(root, "docs/models.md");
const [BEGIN, END] = ["<!-- networks: written by scripts/compare-networks.ts -->", "<!-- /networks -->"];

const writeTable = async (table: string): Promise<void> => {
  const page = await readFile(PAGE, "utf8");
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (before < 0 || after < 0) throw new Error(`${PAGE} has no place for the table`);
  await writeFile(PAGE, `${page.slice(0, before + BEGIN.length)}\n\n${table}\n\n${page.slice(after)}`);
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
  ];
  const table = await tableOf(["patch-features", ...OTHERS.map(({ name }) => name)], sets);
  console.log(table);
  if (values.write && values.limit === undefined) await writeTable(table);
} finally {
  await jobs[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
}
