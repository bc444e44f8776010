// Fails when a suite falls below its accepted run by more than its margin: npm run eval:gate
// `npm run eval:gate -- --accept` writes today's values into the baselines; their margins stay.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Baseline, judgementText, judgeRun } from "../evals/gate.ts";
import { thisCommit } from "../evals/machine.ts";
import { packageRoot } from "../src/package-root.ts";
import { runHere } from "./evaluation/run-here.ts";

const folder = join(packageRoot(), "evals", "baselines");
process.chdir(packageRoot()); // the baselines name their data from there

for (const file of (await readdir(folder)).filter((name) => name.endsWith(".json")).sort()) {
  const baseline = Baseline.parse(JSON.parse(await readFile(join(folder, file), "utf8")));
  const { suite, record } = await runHere(baseline);
  const judgements = judgeRun(record.figures, baseline, suite);
  for (const judgement of judgements) console.log(judgementText(judgement, suite));
  if (process.argv.includes("--accept")) {
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
