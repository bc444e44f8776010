// docs/evaluation.md and its plots, from the runs kept in evals/recorded.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { drawChart } from "../../evals/charts.ts";
import { formatted, formattedInterval } from "../../evals/format.ts";
import { placeOf } from "../../evals/intervals.ts";
import type { RecordedFigure } from "../../evals/record.ts";
import { RecordedRun } from "../../evals/recorded-run.ts";
import type { Chart } from "../../evals/section.ts";
import type { Suite } from "../../evals/suite.ts";
import { loadSuites, suiteOf } from "../../evals/suites.ts";
import { scopesOf, wholeOf } from "../../evals/text.ts";
import { scopeName } from "../../evals/words.ts";
import { packageRoot } from "../../src/package-root.ts";
import { type GeneratedDocument, table } from "./document.ts";

const FOLDER = join(packageRoot(), "evals", "recorded");

interface Kept extends RecordedRun {
  readonly name: string;
  readonly suite: Suite;
}

/** The page and a file for each plot. */
export const evaluationDocuments = async (): Promise<GeneratedDocument[]> => {
  const runs = await keptRuns();
  const plots = runs.flatMap((run) => chartsOf(run).map((chart, i) => plotDocument(run, chart, i)));
  return [{ path: "docs/evaluation.md", text: () => page(runs) }, ...plots];
};

const keptRuns = async (): Promise<Kept[]> => {
  const kept = await readdir(FOLDER).catch(() => []); // until the first run is kept
  const files = kept.filter((name) => name.endsWith(".json")).sort();
  return Promise.all(
    files.map(async (file) => {
      const run = RecordedRun.parse(JSON.parse(await readFile(join(FOLDER, file), "utf8")));
      return { ...run, name: file.replace(/\.json$/, ""), suite: await suiteOf(run.record.suite) };
    }),
  );
};

const page = async (
  runs: readonly Kept[],
): Promise<string> => `<!-- Written by \`npm run docs\` from evals/recorded. -->

# Evaluation

\`\`\`sh
gumsa eval anomaly --data DIR            # MVTec AD's layout, VisA's CSV, or a folder of such products
gumsa eval anomaly --good DIR --bad DIR --group-by '_(\\d+)_'
gumsa eval compare before/record.json after/record.json
npm run eval:gate                        # the demo product against its accepted runs
\`\`\`

${table(
  ["suite", "measures"],
  (await loadSuites()).map(({ name, describes }) => [`\`${name}\``, describes.en]),
)}

Every run writes \`record.json\` and \`report.html\` into the folder that \`--out\` names, and goes on there when it was
interrupted. Intervals are of 95 %: percentiles over items drawn again, good and bad apart and whole groups together;
a rate of independent items has Wilson's interval. Pixel figures come from histograms of scores in 16 bits.

${runs.map(runText).join("\n")}`;

const runText = (run: Kept): string => {
  const { title, citation, licence, command, record, suite } = run;
  const { figures, dataset, machine, workers } = record;
  const scopes = scopesOf(figures);
  return `## ${title}: ${suite.name}

${citation} Licence: ${licence}. ${dataset.files} files, SHA-256 \`${dataset.sha256.slice(0, 16)}…\`${record.broken.length > 0 ? `, ${record.broken.length} left out` : ""}.

\`\`\`sh
${command}
\`\`\`

${table(
  ["figure", "value", "95 %", "of"],
  wholeOf(figures).map((figure) => wholeRow(figure, suite)),
)}
${scopes.length > 0 ? `\n${scopeTable(figures, scopes, suite)}\n` : ""}
${chartsOf(run)
  .map((chart, i) => `![${chart.title.en}](${plotPath(run, i).replace("docs/", "")})`)
  .join("\n")}

Measured on ${record.endedAt.slice(0, 10)} at ${record.commit?.slice(0, 12) ?? record.gumsa}, seed ${record.seed}: ${machine.processor}, ${machine.cores} cores, ${workers} at once, Node ${machine.node}.
`;
};

const wholeRow = (figure: RecordedFigure, { figures: kinds }: Suite): string[] => {
  const { unit, label } = kinds[figure.name] ?? { unit: "count" as const, label: { en: figure.name } };
  return [
    label.en,
    formatted(figure.value, unit),
    figure.value === null ? figure.reason : formattedInterval(figure, unit),
    figure.hits === undefined ? `${figure.count}` : `${figure.hits} / ${figure.count}`,
  ];
};

const scopeTable = (
  figures: readonly RecordedFigure[],
  scopes: readonly (readonly string[])[],
  { figures: kinds }: Suite,
): string => {
  const names = Object.keys(kinds).filter((name) => kinds[name]?.isHeadline);
  const byPlace = new Map(figures.map((figure) => [placeOf(figure), figure]));
  const cell = (scope: readonly string[], name: string): string => {
    const found = byPlace.get(placeOf({ scope, name }));
    return found ? formatted(found.value, kinds[name]?.unit ?? "count") : "";
  };
  return table(
    ["", ...names.map((name) => kinds[name]?.label.en ?? name)],
    scopes.map((scope) => [scopeName(scope, "en"), ...names.map((name) => cell(scope, name))]),
  );
};

const chartsOf = ({ record }: Kept): Chart[] => record.sections.filter((section) => section.kind === "chart");

const plotPath = ({ name }: Kept, i: number): string => `docs/images/evaluation/${name}-${i + 1}.svg`;

const plotDocument = (run: Kept, chart: Chart, i: number): GeneratedDocument => ({
  path: plotPath(run, i),
  text: async () => `${await drawChart(chart, "en")}\n`,
});
