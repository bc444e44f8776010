// The whole of Gumsa on real pictures that the feature network never saw: each of these PIPED papers is a product, half of its clean sheets are its good
// pictures, and the other half and all stained patches are inspected. Patches of one sheet resemble each
// other, so the sheet is what intervals draw again.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pMap from "p-map";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auroc } from "../../evals/metrics/auroc.ts";
import { type Group, rateByGroups } from "../../evals/metrics/interval.ts";
import { createRandom } from "../../scripts/casting/random.ts";
import { drawPart } from "./drawn/part.ts";
import { openInspector, type TemporaryInspector } from "./testing/inspector.ts";
import { SKIPPED, testData } from "./testing/test-data.ts";

interface Patch {
  readonly path: string;
  readonly fileName: string;
  readonly sheet: string;
}
interface Scored extends Patch {
  readonly distance: number;
  readonly isFailed: boolean;
  /** Failed, or sent to review by another reader. */
  readonly isFlagged: boolean;
  /** The lowest p-value of any reader, turned so that higher is more suspicious. */
  readonly suspicion: number;
}

/** Held out of the feature network's training (`HELD_OUT_PAPERS` of training/patch-features/data.py). */
const UNSEEN_PAPERS = ["PA_BRG02_RL", "PA_FLR01_TL", "PA_FVN01_TL", "PA_GLA01_TL"] as const;

if (testData === undefined) console.warn(SKIPPED);

describe.skipIf(testData === undefined)("on real pictures", () => {
  let gumsa: TemporaryInspector;
  beforeAll(async () => {
    gumsa = await openInspector();
  });
  afterAll(() => gumsa[Symbol.asyncDispose]());

  it("finds stained paper and leaves clean paper alone", async () => {
    const papers = join(testData ?? "", "data/piped");
    const all = [];
    for (const paper of UNSEEN_PAPERS) {
      const scored = await scorePaper(join(papers, paper), paper, gumsa);
      all.push({
        paper,
        ...scored,
        area: auroc(distances(scored.clean), distances(scored.stained)).value ?? 0,
      });
    }
    const stained = all.map((paper) => paper.stained);
    const clean = all.map((paper) => paper.clean);
    const detected = rateByGroups(bySheet(stained, "isFailed"), random("detected"));
    const alarmed = rateByGroups(bySheet(clean, "isFailed"), random("alarmed"));
    const flagged = rateByGroups(bySheet(stained, "isFlagged"), random("flagged"));
    const bothered = rateByGroups(bySheet(clean, "isFlagged"), random("bothered"));
    const together = all.map((paper) => auroc(suspicions(paper.clean), suspicions(paper.stained)).value ?? 0);
    const mean = meanOf(all.map(({ area }) => area));
    console.log(
      `PIPED: image AUROC ${all.map(({ paper, area }) => `${paper} ${area.toFixed(3)}`).join(", ")}; mean ${mean.toFixed(3)}\n` +
        `detected ${percent(detected)}, false alarms ${percent(alarmed)} at alpha 5 % (95 % intervals by sheet)\n` +
        `with the other readers: mean AUROC of the lowest p-value ${meanOf(together).toFixed(3)}; ` +
        `failed or sent to review ${percent(flagged)} of the stained, ${percent(bothered)} of the clean`,
    );
    expect(mean).toBeGreaterThan(0.93);
    expect(alarmed.low).toBeLessThanOrEqual(0.05);
    expect(detected.rate).toBeGreaterThan(0.5);
  });

  it("finds passages in a real manual: right page, exact quotation", async () => {
    const fileName = "test_pump_manual.pdf";
    const bytes = await readFile(join(testData ?? "", "data/manuals_en", fileName));
    const good = Array.from({ length: 3 }, (_, part) => ({
      fileName: `${part}.png`,
      read: () => drawnPng(part),
    }));
    await gumsa.inspector.products.add({ id: "pump", good, manuals: [{ fileName, bytes }] });
    for (const { question, page, words } of PUMP_QUESTIONS) {
      const {
        passages: [found],
      } = await gumsa.inspector.manuals.search("pump", question, 3);
      expect({ question, page: found?.page }).toEqual({ question, page });
      expect(found?.quotation).toMatch(words);
    }
    const { passages } = await gumsa.inspector.manuals.search("pump", "recipe for chocolate cake", 3);
    expect(passages).toEqual([]);
  });
});

const scorePaper = async (
  folder: string,
  paper: string,
  { inspector }: TemporaryInspector,
): Promise<{ clean: Scored[]; stained: Scored[] }> => {
  const clean = await patchesIn(join(folder, "NoDefects"));
  const sheets = [...new Set(clean.map(({ sheet }) => sheet))].sort();
  const known = new Set(sheets.slice(0, sheets.length / 2));
  const id = paper.toLowerCase().replaceAll("_", "-");
  const good = clean.filter(({ sheet }) => known.has(sheet));
  await inspector.products.add({
    id,
    good: good.map(({ path, fileName }) => ({ fileName, read: () => readFile(path) })),
  });
  const score = async (patch: Patch): Promise<Scored> => {
    const images = [{ fileName: patch.fileName, bytes: await readFile(patch.path) }];
    const { evidence, verdict } = await inspector.inspect({ images, product: id, language: "en" });
    const anomaly = evidence.find((item) => item.kind === "anomaly");
    const pValues = evidence.flatMap((item) => ("pValue" in item ? [item.pValue] : []));
    return {
      ...patch,
      distance: anomaly?.distance ?? 0,
      isFailed: verdict.kind === "fail",
      isFlagged: verdict.kind !== "pass",
      suspicion: -Math.min(...pValues),
    };
  };
  const unknown = clean.filter(({ sheet }) => !known.has(sheet));
  return {
    clean: await pMap(unknown, score, { concurrency: 2 }),
    stained: await pMap(await patchesIn(join(folder, "Defects")), score, { concurrency: 2 }),
  };
};

const patchesIn = async (folder: string): Promise<Patch[]> =>
  (await readdir(folder))
    .filter((fileName) => fileName.endsWith(".bmp"))
    .sort()
    .map((fileName) => ({
      path: join(folder, fileName),
      fileName,
      sheet: fileName.match(/_(\d+)_\d+\.bmp$/)?.[1] ?? "",
    }));

const distances = (scored: readonly Scored[]): number[] => scored.map(({ distance }) => distance);

const suspicions = (scored: readonly Scored[]): number[] => scored.map(({ suspicion }) => suspicion);

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

const bySheet = (papers: readonly (readonly Scored[])[], outcome: "isFailed" | "isFlagged"): Group[] =>
  papers.flatMap((scored) =>
    [...new Set(scored.map(({ sheet }) => sheet))].map((sheet) => {
      const own = scored.filter((patch) => patch.sheet === sheet);
      return { hits: own.filter((patch) => patch[outcome]).length, count: own.length };
    }),
  );

const random = (name: string): (() => number) => {
  const { uniform } = createRandom(7, name);
  return () => uniform(0, 1);
};

const percent = ({ rate, low, high }: { rate: number; low: number; high: number }): string =>
  `${(100 * rate).toFixed(1)} % (${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)})`;

const drawnPng = async (part: number): Promise<Buffer> => {
  const { rgb, widthPx, heightPx } = drawPart({ product: 1, part });
  return sharp(rgb, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .png()
    .toBuffer();
};

const PUMP_QUESTIONS = [
  { question: "What is the rated speed of the pump?", page: 1, words: /Rated speed: 1475 RPM/ },
  {
    question: "Which grease should be used for lubrication?",
    page: 2,
    words: /Lithium complex, NLGI Grade 2/,
  },
  { question: "What to check when there is excessive vibration?", page: 2, words: /Verify shaft alignment/ },
  { question: "Which anchor bolts does the foundation need?", page: 3, words: /M16, grade 8\.8/ },
  { question: "What is the maximum pressure?", page: 3, words: /Maximum pressure: 10 bar/ },
] as const;
