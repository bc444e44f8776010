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
import { type PlannedCase, plannedCases } from "./capture/cases.ts";
import { DOMAINS, type Domain, type HeldOutProduct } from "./capture/domains.ts";
import { createReadings, type Reading, type Readings } from "./capture/readings.ts";
import { type Figures, type GradedCase, tally } from "./capture/tally.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    domain: { type: "string" },
    keep: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
if (values.data === undefined)
  throw new RangeError("--data names the folder with kodak24, deeppcb and piped");
const data = values.data;
const grader = await createModelStore(join(packageRoot(), "models")).grader();
const bench = createBench();

const names = (Object.keys(DOMAINS) as Domain[]).filter((name) => (values.domain ?? name) === name); // its own keys
for (const name of names) {
  const readings = await createReadings(values.keep && join(values.keep, name));
  const relative: GradedCase[] = [];
  const alone: GradedCase[] = [];
  for (const product of await DOMAINS[name](data)) {
    const usual = await usualLook(product, readings);
    for (const planned of plannedCases(product).filter(({ role }) => role !== "usual")) {
      const reading = await readings.of(planned);
      if (!reading) continue;
      relative.push(await graded(planned, reading, usual));
      alone.push(await graded(planned, reading, usualOf(undefined, grader)));
      process.stderr.write(`\r${name} ${relative.length} graded\u001b[K`);
    }
  }
  process.stderr.write("\n");
  show(name, { "with the product's good pictures": tally(relative), alone: tally(alone) });
}

async function usualLook(product: HeldOutProduct, readings: Readings): Promise<Usual> {
  const good = [];
  for (const planned of plannedCases(product).filter(({ role }) => role === "usual")) {
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
  const { degradations: found } = gradeCapture(facts, { usual, grader });
  const [kind] = planned.kinds;
  const severityOfTruth = kind === undefined ? 0 : answer.severities[grader.card.kinds.indexOf(kind)]!;
  return { ...planned, found, severityOfTruth };
}

function show(domain: string, figures: Readonly<Record<string, Figures>>): void {
  for (const [mode, found] of Object.entries(figures)) {
    if (values.json) {
      process.stdout.write(`${JSON.stringify({ domain, mode, ...found })}\n`);
      continue;
    }
    const percent = (share: number): string => (100 * share).toFixed(1);
    const interval = ({ rate, low, high }: Figures["rightKind"]): string =>
      `${percent(rate)} % (${percent(low)} to ${percent(high)})`;
    process.stdout.write(
      `${domain}, ${mode}: right kind ${interval(found.rightKind)}, right family ${interval(found.rightFamily)}, ` +
        `severity SRCC ${found.severitySrcc.toFixed(3)}, two at once F1 ${found.pairF1.toFixed(3)}, ` +
        `false alarms ${interval(found.falseAlarms)}; ${found.degradedPictures} degraded, ${found.pairs} pairs, ${found.cleanPictures} clean\n`,
    );
  }
}
