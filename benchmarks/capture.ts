// How well the capture grader does on pictures that its training never saw, degraded by evals/degradations, with and
// without good pictures of the product: npx tsx benchmarks/capture.ts --data FOLDER [--domain NAME] [--keep FOLDER] [--json]
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createBench } from "../src/inference/bench.ts";
import { createModelStore } from "../src/inference/model-store.ts";
import { packageRoot } from "../src/package-root.ts";
import { gradeCapture } from "../src/vision/capture/grade.ts";
import { judgeLook } from "../src/vision/capture/network.ts";
import { baselineOf, meanLook, type Usual, usualOf } from "../src/vision/capture/usual.ts";
import {
  type Comparison,
  comparisonOf,
  KINDS_OF_STATISTICS,
  type Mode,
  type Quality,
  qualityOf,
  writeQuality,
} from "./capture/card.ts";
import { type PlannedCase, plannedCases } from "./capture/cases.ts";
import { DOMAINS, type Domain, type HeldOutProduct } from "./capture/domains.ts";
import { createReadings, type Reading, type Readings } from "./capture/readings.ts";
import { type Figures, type GradedCase, tally } from "./capture/tally.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    domain: { type: "string" },
    keep: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
if (values.data === undefined)
  throw new RangeError("--data names the folder with kodak24, deeppcb and piped");
if (values.write && values.domain !== undefined)
  throw new RangeError("the card holds all domains: leave --domain out");
const data = values.data;
const grader = await createModelStore(join(packageRoot(), "models")).grader();
const bench = createBench();
const found: { quality: Omit<Quality, "comparison">; ours: Comparison }[] = [];

const names = (Object.keys(DOMAINS) as Domain[]).filter((name) => (values.domain ?? name) === name); // its own keys
for (const name of names) {
  const readings = await createReadings(values.keep && join(values.keep, name));
  const relative: GradedCase[] = [];
  const alone: GradedCase[] = [];
  for (const product of await DOMAINS[name](data)) {
    const usualFor = await usualLooks(product, readings);
    for (const planned of plannedCases(product).filter(({ role }) => role !== "usual")) {
      const reading = await readings.of(planned);
      if (!reading) continue;
      relative.push(await graded(planned, reading, usualFor(planned.picture)));
      alone.push(await graded(planned, reading, usualOf(undefined, grader)));
      process.stderr.write(`\r${name} ${relative.length} graded\u001b[K`);
    }
  }
  process.stderr.write("\n");
  report(name, "relative", relative);
  report(name, "alone", alone);
}
if (values.write) await writeQuality(join(packageRoot(), "models/capture-grade/card.json"), found);

function report(domain: string, mode: Mode, cases: readonly GradedCase[]): void {
  const figures = tally(cases);
  const known = cases.filter(
    ({ role, kinds }) => role !== "one" || KINDS_OF_STATISTICS.some((kind) => kinds[0] === kind),
  );
  found.push({ quality: qualityOf(domain, mode, figures), ours: comparisonOf(mode, tally(known)) });
  show(`${domain}, ${mode}`, figures);
}

/** The usual look beside each picture: the product's, or that of the other clean pictures. */
async function usualLooks(product: HeldOutProduct, readings: Readings): Promise<(picture: number) => Usual> {
  const planned = plannedCases(product);
  if (product.usual.length > 0) {
    const usual = await usualLook(
      planned.filter(({ role }) => role === "usual"),
      readings,
    );
    return () => usual;
  }
  const clean = planned.filter(({ role }) => role === "clean");
  const looks: Usual[] = [];
  for (const picture of product.clean.keys())
    looks.push(
      await usualLook(
        clean.filter((one) => one.picture !== picture),
        readings,
      ),
    );
  return (picture) => looks[picture] ?? usualOf(undefined, grader);
}

async function usualLook(cases: readonly PlannedCase[], readings: Readings): Promise<Usual> {
  const good = [];
  for (const planned of cases) {
    const reading = await readings.of(planned);
    if (!reading) continue;
    const { look } = await judgeLook.run({ look: reading.look, grader, usual: undefined }, bench);
    good.push({ statistics: reading.statistics, look, reading });
  }
  const odds = [];
  for (const one of good) {
    const usual = meanLook(good.filter((other) => other !== one));
    odds.push((await judgeLook.run({ look: one.reading.look, grader, usual }, bench)).odds);
  }
  return usualOf(baselineOf(good, odds, grader), grader);
}

async function graded(planned: PlannedCase, reading: Reading, usual: Usual): Promise<GradedCase> {
  const answer = await judgeLook.run({ look: reading.look, grader, usual: usual.look }, bench);
  const facts = { ...reading, answer, lines: undefined, widthPx: 0, heightPx: 0 };
  const { degradations } = gradeCapture(facts, { usual, grader });
  const [kind] = planned.kinds;
  const severityOfTruth = kind === undefined ? 0 : answer.severities[grader.card.kinds.indexOf(kind)]!;
  return { ...planned, found: degradations, severityOfTruth };
}

function show(name: string, figures: Figures): void {
  const percent = (share: number): string => (100 * share).toFixed(1);
  const interval = ({ rate, low, high }: Figures["rightKind"]): string =>
    `${percent(rate)} % (${percent(low)} to ${percent(high)})`;
  process.stdout.write(
    `${name}: right kind ${interval(figures.rightKind)}, right family ${interval(figures.rightFamily)}, ` +
      `severity SRCC ${figures.severitySrcc.toFixed(3)}, two at once F1 ${figures.pairF1.toFixed(3)}, ` +
      `false alarms ${interval(figures.falseAlarms)}; ${figures.degradedPictures} degraded, ${figures.pairs} pairs, ` +
      `${figures.cleanPictures} clean\n`,
  );
}
