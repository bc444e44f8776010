// The figures of `boxes`, for each finder; those of the first stand for all. Labels do not count while no finder
// names what it finds.
import { z } from "zod";
import { Box } from "../../../src/domain/region.ts";
import type { PictureBoxes } from "../../metrics/detections.ts";
import { boxesOnNothing, recallAtFalseBoxes } from "../../metrics/false-boxes.ts";
import { ratio } from "../../metrics/figure.ts";
import { mapAt, mapOverIous } from "../../metrics/mean-average-precision.ts";
import type { FigureKind, Measured, SuiteFigure } from "../../suite.ts";
import { ANY } from "./finders.ts";

export const BoxesResult = z.object({
  truth: z.array(z.object({ box: Box, label: z.string(), isCrowd: z.boolean().optional() })),
  /** By finder; one that could not be asked is left out. */
  found: z.array(
    z.object({
      finder: z.string(),
      boxes: z.array(z.object({ box: Box, label: z.string(), score: z.number() })),
    }),
  ),
});
export type BoxesResult = z.infer<typeof BoxesResult>;

/** Wrong boxes a picture, by the words in their figures' names. */
const FALSE_BOXES = { tenth: 0.1, half: 0.5, one: 1, two: 2 } as const;
const IOU = 0.5;

export const BOXES_FIGURES: Readonly<Record<string, FigureKind>> = {
  map50: { label: { ko: "mAP@0.5", en: "mAP@0.5" }, unit: "area", better: "higher", isHeadline: true },
  map: { label: { ko: "mAP@[.5:.95]", en: "mAP@[.5:.95]" }, unit: "area", better: "higher" },
  ...Object.fromEntries(
    Object.entries(FALSE_BOXES).map(([word, count]): [string, FigureKind] => [
      `recallAtFalseBoxes.${word}`,
      {
        label: {
          ko: `사진당 오검출 상자 ${count}개에서 재현율`,
          en: `recall at ${count} false boxes a picture`,
        },
        unit: "share",
        better: "higher",
      },
    ]),
  ),
  emptyWithBoxes: {
    label: { ko: "불량이 없는데 상자가 있는 사진", en: "pictures with nothing in them that got a box" },
    unit: "rate",
    better: "lower",
    isHeadline: true,
  },
  emptyBoxes: {
    label: { ko: "불량이 없는 사진당 상자 수", en: "boxes a picture with nothing in it" },
    unit: "ratio",
    better: "lower",
  },
};

export const scoreBoxes = (measured: readonly Measured<BoxesResult>[]): SuiteFigure[] => {
  const finders = [
    ...new Set(measured.flatMap(({ result }) => result.found.map(({ finder }) => finder))),
  ].sort();
  return finders.flatMap((finder, i) => {
    const figures = figuresOf(picturesOf(measured, finder));
    const scoped = figures.map((figure) => ({ ...figure, scope: ["finders", finder] }));
    return i === 0 ? [...figures, ...scoped] : scoped;
  });
};

/** What one finder was asked, with every true box of one label. */
export const picturesOf = (measured: readonly Measured<BoxesResult>[], finder: string): PictureBoxes[] =>
  measured.flatMap(({ result: { truth, found } }) => {
    const own = found.find((one) => one.finder === finder);
    return own ? [{ truth: truth.map((box) => ({ ...box, label: ANY })), found: own.boxes }] : [];
  });

const figuresOf = (pictures: readonly PictureBoxes[]): SuiteFigure[] => {
  const count = pictures.reduce((sum, { truth }) => sum + truth.length, 0);
  const nothing = boxesOnNothing(pictures);
  const none = "no picture has nothing in it";
  return [
    { name: "map50", scope: [], count, ...mapAt(pictures, IOU) },
    { name: "map", scope: [], count, ...mapOverIous(pictures) },
    ...Object.entries(FALSE_BOXES).map(
      ([word, falseBoxes]): SuiteFigure => ({
        name: `recallAtFalseBoxes.${word}`,
        scope: [],
        count,
        ...recallAtFalseBoxes(pictures, { iouAtLeast: IOU, falseBoxes }),
      }),
    ),
    {
      name: "emptyWithBoxes",
      scope: [],
      count: nothing.pictures,
      hits: nothing.withBoxes,
      ...ratio(nothing.withBoxes, nothing.pictures, none),
    },
    {
      name: "emptyBoxes",
      scope: [],
      count: nothing.pictures,
      ...ratio(nothing.boxes, nothing.pictures, none),
    },
  ];
};
