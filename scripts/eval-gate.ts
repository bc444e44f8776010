// Fails when a suite falls below its accepted run by more than its margin: npm run eval:gate
// `npm run eval:gate -- --accept` writes today's values into the baselines; their margins stay.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Baseline, judgementText, judgeRun } from "../evals/gate.ts";
import { thisCommit } from "../evals/machine.ts";
import { runSuite } from "../evals/run.ts";
import { suiteOf } from "../evals/suites.ts";
import { loadConfig } from "../src/config.ts";
import { createInspector } from "../src/inspector.ts";
import { createLog } from "../src/log.ts";
import { packageRoot } from "../src/package-root.ts";

const folder = join(packageRoot(), "evals", "baselines");
process.chdir(packageRoot()); // the baselines name their data from there

const run = async ({ suite: name, settings, seed, limit }: Baseline) => {
  const suite = await suiteOf(name);
  const { record } = await runSuite({
    suite,
    settings,
    seed,
    limit,
    language: "en",
    openInspector: async (home) => {
      if (home === undefined) throw new Error(`${name}: a baseline learns its products itself`);
      return createInspector(loadConfig({ GUMSA_HOME: home }), { log: createLog("error") });
    },
    signal: new AbortController().signal,
    events: { step: () => {}, measured: () => {} },
  });
  return { suite, record };
};

for (const file of (await readdir(folder)).filter((name) => name.endsWith(".json")).sort()) {
  const baseline = Baseline.parse(JSON.parse(await readFile(join(folder, file), "utf8")));
  const { suite, record } = await run(baseline);
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
