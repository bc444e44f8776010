// Values that other people's code computed, stored beside the script that made them (test/reference).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { packageRoot } from "../../../src/package-root.ts";

const read = <Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> =>
  schema.parse(JSON.parse(readFileSync(join(packageRoot(), "test/reference", `${name}.json`), "utf8")));

const Numbers = z.array(z.number());
const Names = z.array(z.string());
const Four = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const Placed = Four.transform(([x, y, width, height]) => ({ x, y, width, height }));

export const metricsReference = () =>
  read(
    "eval-metrics",
    z.object({
      rankings: z.array(
        z.object({
          name: z.string(),
          negatives: Numbers,
          positives: Numbers,
          auroc: z.number(),
          averagePrecision: z.number(),
          f1Max: z.number(),
          threshold: z.number(),
          f1: z.number(),
        }),
      ),
      correlations: z.array(
        z.object({ name: z.string(), x: Numbers, y: Numbers, plcc: z.number(), srcc: z.number() }),
      ),
      confusions: z.array(
        z.object({
          truth: Names,
          said: Names,
          labels: Names,
          counts: z.array(Numbers),
          macroF1: z.number(),
        }),
      ),
      multiLabel: z.object({
        answers: z.array(z.object({ truth: Names, said: Names })),
        micro: z.number(),
        macro: z.number(),
      }),
      retrieval: z.object({
        rankings: z.array(z.object({ label: z.string(), found: Names })),
        recallAt: z.record(z.string(), z.number()),
        meanAveragePrecision: z.number(),
      }),
      rates: z.array(
        z.object({ hits: z.number(), count: z.number(), wilson: Numbers, clopperPearson: Numbers }),
      ),
    }),
  );

export const pixelsReference = () =>
  read(
    "eval-pixels",
    z.object({
      widthPx: z.number(),
      heightPx: z.number(),
      cases: z.array(
        z.object({
          name: z.string(),
          levels: z.number(),
          lift: z.number(),
          pictures: z.array(z.array(Four)),
          regions: z.number(),
          pixelAuroc: z.number(),
          aupro: z.number(),
          auproWhole: z.number(),
          f1Max: z.number(),
        }),
      ),
    }),
  );

export const boxesReference = () =>
  read(
    "eval-boxes",
    z.object({
      cases: z.array(
        z.object({
          name: z.string(),
          pictures: z.array(
            z.object({
              truth: z.array(
                z.object({ box: Placed, label: z.string(), isCrowd: z.literal(true).optional() }),
              ),
              found: z.array(z.object({ box: Placed, label: z.string(), score: z.number() })),
            }),
          ),
          perLabel: z.record(z.string(), z.number()),
          map50: z.number(),
          map: z.number(),
          recallAtFalseBoxes: z.record(z.string(), z.number()),
        }),
      ),
    }),
  );
