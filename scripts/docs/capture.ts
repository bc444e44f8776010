// The tables of the capture grader in docs/models.md, from the figures in its card.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Comparison, Quality } from "../../benchmarks/capture/card.ts";
import { packageRoot } from "../../src/package-root.ts";
import { type GeneratedDocument, pageWithBlock, table } from "./document.ts";

const PATH = "docs/models.md";
const BEGIN = "<!-- capture: written by `npm run docs` from models/capture-grade/card.json -->";
const END = "<!-- /capture -->";
/** A kind is weak in a domain where it is named in fewer than this share of the pictures. */
const WEAK_BELOW = 0.75;

const Card = z.object({
  quality: z.array(Quality),
  qualityNotes: z.string(),
  limits: z.string(),
  sizeBytes: z.int(),
});

export const captureDocument: GeneratedDocument = {
  path: PATH,
  text: () => pageWithBlock(PATH, { begin: BEGIN, end: END, text: tables }),
};

const tables = async (): Promise<string> => {
  const path = join(packageRoot(), "models/capture-grade/card.json");
  const card = Card.parse(JSON.parse(await readFile(path, "utf8")));
  return [
    card.qualityNotes,
    figuresTable(card.quality),
    "Named in fewer than three of four pictures, with good pictures at hand:",
    weakKinds(card.quality),
    `Beside other methods, on the same pictures. The statistics are what Gumsa used before there was a network; they knew eight
kinds, and rows so marked count pictures of these eight only, among which the network still chooses out of 25. Version 1.0.0
and the statistics had 18 photographs of the training as what is usual for photographs. BRISQUE gives a severity and no kind. On other pictures, with
27 kinds and four to choose from in each question, the best of 18 vision-language models named 61.9 % and the majority of
people 65.7 % ([DistortBench](https://arxiv.org/abs/2604.19966)).`,
    comparisonTable(card.quality),
    card.limits,
  ].join("\n\n");
};

const figuresTable = (quality: readonly Quality[]): string =>
  table(
    [
      "pictures",
      "good pictures",
      "right kind",
      "right family",
      "severity SRCC",
      "two at once F1",
      "false alarms",
      "counted",
    ],
    quality.map((entry) => [
      entry.domain,
      entry.mode === "relative" ? "yes" : "no",
      interval(entry.rightKind),
      interval(entry.rightFamily),
      entry.severitySrcc.toFixed(2),
      entry.pairF1.toFixed(2),
      interval(entry.falseAlarms),
      `${entry.degraded} degraded, ${entry.pairs} twice, ${entry.clean} clean`,
    ]),
  );

const weakKinds = (quality: readonly Quality[]): string =>
  quality
    .filter(({ mode }) => mode === "relative")
    .map(({ domain, rightByKind }) => {
      const weak = Object.entries(rightByKind).filter(([, rate]) => rate < WEAK_BELOW);
      const named = weak
        .sort(([, a], [, b]) => a - b)
        .map(([kind, rate]) => `${kind.replaceAll("_", " ")} ${percent(rate)}`);
      return `- ${domain}: ${named.join(", ") || "none"}`;
    })
    .join("\n");

const comparisonTable = (quality: readonly Quality[]): string =>
  table(
    ["pictures", "method", "good pictures", "right kind", "right family", "severity SRCC", "false alarms"],
    quality.flatMap(({ domain, comparison }) => comparison.map((one) => comparisonRow(domain, one))),
  );

const comparisonRow = (domain: string, one: Comparison): readonly string[] => [
  domain,
  one.kinds === undefined ? one.method : `${one.method}, ${one.kinds}`,
  one.mode === undefined ? "" : one.mode === "relative" ? "yes" : "no",
  one.rightKind === undefined ? "" : percent(one.rightKind),
  one.rightFamily === undefined ? "" : percent(one.rightFamily),
  one.severitySrcc.toFixed(2),
  one.falseAlarms === undefined ? "" : percent(one.falseAlarms),
];

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const interval = ({ rate, low, high }: Quality["rightKind"]): string =>
  `${(100 * rate).toFixed(1)} % (${(100 * low).toFixed(0)} to ${(100 * high).toFixed(0)})`;
