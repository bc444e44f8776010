// Measures what docs/evaluation.md shows, and keeps it in evals/recorded; `npm run docs` writes the page.
//
//   npx tsx scripts/record-evaluation.ts                      everything but times; sets that are not there are named
//   npx tsx scripts/record-evaluation.ts capture-kodak        one run, or several
//   npx tsx scripts/record-evaluation.ts latency-casting      times, on a machine that does nothing else
//
// GUMSA_TEST_DATA names the folder above `data`. An interrupted run goes on where it was, in --out (default gumsa-out).
import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { publicRecord, RecordedRun } from "../evals/recorded-run.ts";
import { packageRoot } from "../src/package-root.ts";
import { commandOf, PLAN, type PlannedRun, settingsOf } from "./evaluation/plan.ts";
import { runHere } from "./evaluation/run-here.ts";

const SEED = 7;

const { positionals: named, values } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string", default: "gumsa-out" } },
});
const unknown = named.filter((name) => PLAN.every((run) => run.name !== name));
if (unknown.length > 0) {
  throw new Error(
    `no run is called ${unknown.join(", ")}; there are ${PLAN.map(({ name }) => name).join(", ")}`,
  );
}
process.chdir(packageRoot()); // the plan names the demo product from there

const testData = process.env.GUMSA_TEST_DATA ?? "";
const folder = join("evals", "recorded");

const record = async (run: PlannedRun): Promise<void> => {
  const { suite, record } = await runHere({
    suite: run.suite,
    settings: settingsOf(run, testData),
    seed: SEED,
    limit: run.limit,
    folder: join(values.out, run.name),
  });
  const { title, citation, licence } = run.set;
  const kept = RecordedRun.parse({
    title,
    citation,
    licence,
    command: commandOf(run),
    record: publicRecord(record, suite, { hasTimes: run.isTimed === true }),
  });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${run.name}.json`), `${JSON.stringify(kept, null, 2)}\n`);
};

const isThere = async ({ set }: PlannedRun): Promise<boolean> =>
  set.folder === undefined ||
  stat(join(testData, "data", set.folder)).then(
    () => true,
    () => false,
  );

for (const run of PLAN.filter(({ name, isTimed }) => (named.length > 0 ? named.includes(name) : !isTimed))) {
  if (await isThere(run)) {
    console.error(`${run.name}: ${commandOf(run)}`);
    await record(run);
  } else console.error(`${run.name}: left out, GUMSA_TEST_DATA has no data/${run.set.folder}`);
}
