// Fails when a suite falls below its accepted run by more than its margin: npm run eval:gate
// `npm run eval:gate -- verdict-casting` runs the named ones only; `-- --accept` writes today's values into the
// baselines, whose margins stay.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Baseline, judgementText, judgeRun } from "../evals/gate.ts";
import { thisCommit } from "../evals/machine.ts";
import { packageRoot } from "../src/package-root.ts";
import { runHere } from "./evaluation/run-here.ts";

const folder = join(packageRoot(), "evals", "baselines");
process.chdir(packageRoot()); // the baselines name their data from there

const { positionals: named, values } = parseArgs({
  allowPositionals: true,
  options: { accept: { type: "boolean", default: false } },
});
const isAsked = (file: string): boolean =>
  file.endsWith(".json") && (named.length === 0 || named.includes(file.replace(/\.json$/, "")));

for (const file of (await readdir(folder)).filter(isAsked).sort()) {
  const baseline = Baseline.parse(JSON.parse(await readFile(join(folder, file), "utf8")));
  const { suite, record } = await runHere({ ...baseline, draws: 0 }); // values are compared, not intervals
  const judgements = judgeRun(record.figures, baseline, suite);
  for (const judgement of judgements) console.log(judgementText(judgement, suite));
  if (values.accept) {
    const figures = baseline.figures.map((figure, i) => ({
      ...figure,
      value: judgements[i]?.value ?? figure.value,
    }));
    const accepted = { accepted: record.endedAt.slice(0, 10), commit: (await thisCommit()) ?? "unknown" };
    await writeFile(
      join(folder, file),
      `${JSON.stringify({ ...baseline, ...accepted, figures }, null, 2)}\n`,
    );
  } else if (judgements.some(({ isHeld }) => !isHeld)) process.exitCode = 1;
}
