// docs/evaluation.md and its plots, from the runs kept in evals/recorded.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { drawChart } from "../../evals/charts.ts";
import { formatted, formattedInterval } from "../../evals/format.ts";
import { placeOf } from "../../evals/intervals.ts";
import type { RecordedFigure } from "../../evals/record.ts";
import { RecordedRun } from "../../evals/recorded-run.ts";
import { matrixOf } from "../../evals/matrix.ts";
import type { Chart, Matrix } from "../../evals/section.ts";
import type { Suite } from "../../evals/suite.ts";
import { loadSuites, suiteOf } from "../../evals/suites.ts";
import { groupTitle, isWhole, rowName, type Scope, type ScopeGroup, scopeGroups } from "../../evals/scope.ts";
import { packageRoot } from "../../src/package-root.ts";
import { PLAN } from "../evaluation/plan.ts";
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
  const kept: readonly string[] = await readdir(FOLDER).catch(() => []); // until the first run is kept
  return Promise.all(
    PLAN.filter(({ name }) => kept.includes(`${name}.json`)).map(async ({ name }) => {
      const file = `${name}.json`;
      const run = RecordedRun.parse(JSON.parse(await readFile(join(FOLDER, file), "utf8")));
      return { ...run, name, suite: await suiteOf(run.record.suite) };
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
npx tsx scripts/record-evaluation.ts     # the figures of this page (GUMSA_TEST_DATA: the folder above \`data\`)
\`\`\`

${table(
  ["suite", "measures"],
  (await loadSuites()).map(({ name, describes }) => [`\`${name}\``, describes.en]),
)}

Every run writes \`record.json\` and \`report.html\` into the folder that \`--out\` names, and goes on there when it was
interrupted. Intervals are of 95 %: percentiles over items drawn again, good and bad apart and whole groups together;
a rate of independent items has Wilson's interval. Pixel figures come from histograms of scores in 16 bits. A command
with \`--limit\` takes a sample, spread evenly over good and bad. Times are shown only of a machine that did nothing else.

${runs.map(runText).join("\n")}`;

const runText = (run: Kept): string => {
  const { title, record, suite, command } = run;
  const parts = [
    `## ${title}: ${suite.name}`,
    dataText(run),
    `\`\`\`sh\n${command}\n\`\`\``,
    table(
      ["figure", "value", "95 %", "of"],
      record.figures.filter(isWhole).map((figure) => wholeRow(figure, suite)),
    ),
    ...groupsOf(run).map((group) => groupTable(group, run)),
    ...matricesOf(run).map((matrix) => matrixTable(matrix, run)),
    chartsOf(run)
      .map((chart, i) => `![${chart.title.en}](${plotPath(run, i).replace("docs/", "")})`)
      .join("\n"),
    measuredText(record),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
};

const dataText = ({ citation, licence, record: { dataset, broken } }: Kept): string => {
  const files =
    dataset.files === 0 ? "" : ` ${dataset.files} files, SHA-256 \`${dataset.sha256.slice(0, 16)}…\`.`;
  const left = broken.length === 0 ? "" : ` ${broken.length} left out.`;
  return `${citation} Licence: ${licence}.${files}${left}`;
};

const measuredText = (record: Kept["record"]): string => {
  const { endedAt, seed, machine, workers } = record;
  const { processor, cores, node } = machine;
  return `Measured on ${endedAt.slice(0, 10)} at ${versionOf(record)}, seed ${seed}: ${processor}, ${cores} cores, ${workers} at once, Node ${node}.`;
};

const versionOf = ({ commit, gumsa }: Kept["record"]): string =>
  commit === undefined
    ? gumsa
    : `${commit.slice(0, 12)}${commit.endsWith("+changes") ? " with changes" : ""}`;

const wholeRow = (figure: RecordedFigure, { figures: kinds }: Suite): string[] => {
  const { unit, label } = kinds[figure.name] ?? { unit: "count" as const, label: { en: figure.name } };
  return [
    label.en,
    formatted(figure.value, unit),
    figure.value === null ? figure.reason : formattedInterval(figure, unit),
    figure.hits === undefined ? `${figure.count}` : `${figure.hits} / ${figure.count}`,
  ];
};

/** Those that no section lays out itself. */
const groupsOf = (run: Kept): ScopeGroup[] => {
  const laidOut = new Set(matricesOf(run).map(({ rows }) => rows));
  return scopeGroups(run.record.figures).filter(({ key }) => !laidOut.has(key));
};

/** Headline figures: the record that the command writes has the others, and every interval. */
const groupTable = (
  { key, scopes }: ScopeGroup,
  { record: { figures }, suite: { figures: kinds } }: Kept,
): string => {
  const byPlace = new Map(figures.map((figure) => [placeOf(figure), figure]));
  const names = Object.keys(kinds).filter(
    (name) => kinds[name]?.isHeadline && scopes.some((scope) => byPlace.has(placeOf({ scope, name }))),
  );
  const cell = (scope: Scope, name: string): string => {
    const found = byPlace.get(placeOf({ scope, name }));
    return found ? formatted(found.value, kinds[name]?.unit ?? "count") : "";
  };
  return table(
    [groupTitle(key, "en"), ...names.map((name) => kinds[name]?.label.en ?? name)],
    scopes.map((scope) => [rowName(scope, "en"), ...names.map((name) => cell(scope, name))]),
  );
};

const matricesOf = ({ record }: Kept): Matrix[] =>
  record.sections.filter((section) => section.kind === "matrix");

const matrixTable = (matrix: Matrix, { record: { figures }, suite: { figures: kinds } }: Kept): string => {
  const { columns, rows } = matrixOf(matrix, figures);
  const cell = (found: RecordedFigure | undefined): string =>
    found ? formatted(found.value, kinds[matrix.figure]?.unit ?? "count") : "";
  return table(
    [matrix.title.en, ...columns],
    rows.map(({ name, whole, cells }) => [
      matrix.names[name]?.en ?? name,
      ...(whole ? [cell(whole), ...columns.slice(1).map(() => "")] : cells.map(cell)),
    ]),
  );
};

const chartsOf = ({ record }: Kept): Chart[] => record.sections.filter((section) => section.kind === "chart");

const plotPath = ({ name }: Kept, i: number): string => `docs/images/evaluation/${name}-${i + 1}.svg`;

const plotDocument = (run: Kept, chart: Chart, i: number): GeneratedDocument => ({
  path: plotPath(run, i),
  text: async () => `${withOwnNames(await drawChart(chart, "en"))}\n`,
});

/** ECharts counts its names through the whole process: here they begin anew, so that a plot is always the same text. */
const withOwnNames = (svg: string): string => {
  const names = new Map<string, string>();
  return svg.replace(/zr\d+-(\w+)-?\d+/g, (name, kind: string) => {
    const own = names.get(name) ?? `${kind}-${names.size}`;
    names.set(name, own);
    return own;
  });
};
