// Average precision of boxes as COCO defines it (Lin et al. 2014): precision made monotonic, read at 101 recalls, and
// averaged over the labels that there are.
import { countTrue, type Judged, judgeBoxes, type PictureBoxes } from "./detections.ts";
import { type Figure, figure, meanFigure, noFigure } from "./figure.ts";

/** As numpy.linspace gives them: a recall that is equal but for rounding is judged as COCO judges it. */
const RECALLS = Array.from({ length: 101 }, (_, i) => 0.01 * i);
/** From 0.5 to 0.95 in steps of 0.05. */
const COCO_IOUS = Array.from({ length: 10 }, (_, i) => (10 + i) / 20);

/** mAP at one overlap. */
export const mapAt = (pictures: readonly PictureBoxes[], iouAtLeast: number): Figure =>
  meanFigure(labelsOf(pictures).map((label) => labelAp(pictures, { label, iouAtLeast })));

/** mAP@[.5:.95]. */
export const mapOverIous = (pictures: readonly PictureBoxes[]): Figure =>
  meanFigure(COCO_IOUS.map((iouAtLeast) => mapAt(pictures, iouAtLeast)));

/** Labels that something true carries. */
export const labelsOf = (pictures: readonly PictureBoxes[]): string[] =>
  [
    ...new Set(
      pictures.flatMap(({ truth }) => truth.filter(({ isCrowd }) => !isCrowd)).map(({ label }) => label),
    ),
  ].sort();

export const labelAp = (
  pictures: readonly PictureBoxes[],
  question: { label: string; iouAtLeast: number },
): Figure => {
  const count = countTrue(pictures, question.label);
  if (count === 0) return noFigure("no true box");
  const judged = pictures.flatMap((picture) => judgeBoxes(picture, question));
  return figure(
    areaUnder(
      judged.sort((a, b) => b.score - a.score),
      count,
    ),
  );
};

const areaUnder = (judged: readonly Judged[], count: number): number => {
  const points: { recall: number; precision: number }[] = [];
  let right = 0;
  judged.forEach(({ isRight }, i) => {
    if (isRight) right++;
    points.push({ recall: right / count, precision: right / (i + 1) });
  });
  for (let i = points.length - 2; i >= 0; i--)
    points[i]!.precision = Math.max(points[i]!.precision, points[i + 1]!.precision);
  const read = RECALLS.map((recall) => points.find((point) => point.recall >= recall)?.precision ?? 0);
  return read.reduce((sum, precision) => sum + precision, 0) / RECALLS.length;
};
