// The figures of `similarity`: over all pictures, for each class, and by what was asked.
import { z } from "zod";
import { confusionOf, macroF1Of } from "../../metrics/confusion.ts";
import { type Figure, figure, meanFigure, noFigure, ratio } from "../../metrics/figure.ts";
import type { FigureKind, Measured, SuiteFigure } from "../../suite.ts";

const Asked = z.enum(["strongest", "whole"]);
export type Asked = z.infer<typeof Asked>;

/** The order in which the cases were found for one picture. */
const Answer = z.object({
  asked: Asked,
  /** The class of the nearest case. */
  nearest: z.string().nullable(),
  /** Where the first of the picture's own class stands, from 1 on; null where none is known. */
  firstRight: z.int().positive().nullable(),
  averagePrecision: z.number().nullable(),
  found: z.int(),
});

export const SimilarityResult = z.object({
  class: z.string(),
  /** What an inspection goes by comes first. */
  asked: z.array(Answer).min(1),
});
export type SimilarityResult = z.infer<typeof SimilarityResult>;

export type MeasuredSearch = Measured<SimilarityResult>;

export const SIMILARITY_FIGURES: Readonly<Record<string, FigureKind>> = {
  recallAt1: { label: { ko: "recall@1", en: "recall@1" }, unit: "rate", better: "higher", isHeadline: true },
  recallAt5: { label: { ko: "recall@5", en: "recall@5" }, unit: "rate", better: "higher" },
  recallAt10: { label: { ko: "recall@10", en: "recall@10" }, unit: "rate", better: "higher" },
  macroF1: {
    label: { ko: "가장 가까운 사례의 분류, macro F1", en: "class of the nearest case, macro F1" },
    unit: "share",
    better: "higher",
  },
  meanAveragePrecision: {
    label: { ko: "mAP", en: "mAP" },
    unit: "share",
    better: "higher",
    isHeadline: true,
  },
};

const PLACES = [1, 5, 10] as const;

export const scoreSimilarity = (measured: readonly MeasuredSearch[]): SuiteFigure[] => {
  const answers = measured.map(({ result }) => ({ class: result.class, all: result.asked }));
  const first = answers.flatMap(({ class: own, all }) =>
    all.slice(0, 1).map((answer) => ({ class: own, answer })),
  );
  const classes = [...new Set(first.map((one) => one.class))].sort();
  const kinds = [...new Set(answers.flatMap(({ all }) => all.map(({ asked }) => asked)))].sort();
  return [
    ...figuresOf(
      first.map(({ answer }) => answer),
      [],
    ),
    { name: "macroF1", scope: [], count: first.length, ...macroF1Of(confusionOf(nearestOf(measured))) },
    ...kinds.flatMap((asked) =>
      figuresOf(
        answers.flatMap(({ all }) => all.filter((answer) => answer.asked === asked)),
        ["asked", asked],
      ),
    ),
    ...classes.flatMap((name) =>
      figuresOf(
        first.filter((one) => one.class === name).map(({ answer }) => answer),
        ["classes", name],
      ),
    ),
  ];
};

/** The class of the nearest case beside the picture's own. */
export const nearestOf = (measured: readonly MeasuredSearch[]): { truth: string; said: string }[] =>
  measured.flatMap(({ result }) => {
    const nearest = result.asked[0]?.nearest;
    return typeof nearest === "string" ? [{ truth: result.class, said: nearest }] : [];
  });

/** A picture whose class nothing else has cannot be answered, and does not count. */
const figuresOf = (answers: readonly z.infer<typeof Answer>[], scope: readonly string[]): SuiteFigure[] => {
  const answerable = answers.filter(({ firstRight }) => firstRight !== null);
  const count = answerable.length;
  const precisions = answerable.map(
    ({ averagePrecision }): Figure =>
      averagePrecision === null ? noFigure("nothing of its class is known") : figure(averagePrecision),
  );
  return [
    ...PLACES.map((k): SuiteFigure => {
      const hits = answerable.filter(
        ({ firstRight }) => (firstRight ?? Number.POSITIVE_INFINITY) <= k,
      ).length;
      return { name: `recallAt${k}`, scope, count, hits, ...ratio(hits, count, "no class has two pictures") };
    }),
    { name: "meanAveragePrecision", scope, count, ...meanFigure(precisions) },
  ];
};
