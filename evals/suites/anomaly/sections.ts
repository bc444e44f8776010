// What the figures of `anomaly` look like: where good and bad pictures score, what every threshold would do, and the
// pictures that it is most wrong about.
import type { SuiteContext } from "../../context.ts";
import { operatingPoints } from "../../metrics/operating-points.ts";
import type { Chart, Section } from "../../section.ts";
import { falseAlarmGallery, missGallery } from "./misses.ts";
import { isGood, type MeasuredAnomaly, relativeScore } from "./result.ts";

export const anomalySections = async (
  measured: readonly MeasuredAnomaly[],
  context: SuiteContext,
): Promise<Section[]> => [
  histogram(measured),
  curves(measured, { title: ROC, x: FALSE_ALARMS, y: DETECTED, pointsOf: rocPoints }),
  curves(measured, { title: PR, x: DETECTED, y: PRECISION, pointsOf: prPoints }),
  await missGallery(measured, context),
  await falseAlarmGallery(measured, context),
  PIXELS,
];

const ROC = { ko: "ROC 곡선 (사진)", en: "ROC curve (pictures)" };
const PR = { ko: "정밀도-재현율 곡선 (사진)", en: "precision-recall curve (pictures)" };
const FALSE_ALARMS = { ko: "오경보율", en: "rate of false alarms" };
const DETECTED = { ko: "검출률 (재현율)", en: "defects detected (recall)" };
const PRECISION = { ko: "정밀도", en: "precision" };
const PIXELS: Section = {
  kind: "note",
  text: {
    ko: "픽셀 지표: 점수를 16비트(2,048분의 1 간격)로 모은 히스토그램에서 계산하며, AUPRO는 오경보 픽셀 비율 0.3까지 적분합니다. 구간은 128분의 1 간격의 히스토그램을 씁니다.",
    en: "Pixel figures come from histograms of scores in 16 bits (1 part in 2,048 apart); AUPRO is integrated to 0.3 false positives a pixel. Their intervals use bins 1 part in 128 apart.",
  },
};

const BINS = 40;
/** Scores beyond this many thresholds are counted in the last bar. */
const HIGHEST = 4;

const histogram = (measured: readonly MeasuredAnomaly[]): Chart => {
  const top = Math.min(HIGHEST, Math.max(1.5, ...measured.map(relativeScore)));
  const barsOf = (of: readonly MeasuredAnomaly[]): [number, number][] => {
    const counts = new Array<number>(BINS).fill(0);
    for (const one of of) counts[Math.min(BINS - 1, Math.floor((relativeScore(one) / top) * BINS))]! += 1;
    return counts.map((count, bin) => [Number((((bin + 0.5) * top) / BINS).toFixed(4)), count]);
  };
  return {
    kind: "chart",
    title: { ko: "점수 분포", en: "scores" },
    mark: "bar",
    x: {
      label: { ko: "점수 ÷ 임계값 (1보다 크면 불합격)", en: "score ÷ threshold (above 1 the part fails)" },
      min: 0,
    },
    y: { label: { ko: "사진 수", en: "pictures" } },
    series: [
      { name: { ko: "양품", en: "good" }, points: barsOf(measured.filter(isGood)) },
      { name: { ko: "불량", en: "bad" }, points: barsOf(measured.filter((one) => !isGood(one))) },
    ],
  };
};

type Points = [x: number, y: number][];

/** One line a product. */
const curves = (
  measured: readonly MeasuredAnomaly[],
  of: {
    title: Chart["title"];
    x: Chart["title"];
    y: Chart["title"];
    pointsOf: (good: readonly number[], bad: readonly number[]) => Points;
  },
): Chart => ({
  kind: "chart",
  title: of.title,
  mark: "line",
  x: { label: of.x, min: 0, max: 1 },
  y: { label: of.y, min: 0, max: 1 },
  series: [...new Set(measured.map(({ result }) => result.product))].sort().map((product) => {
    const own = measured.filter(({ result }) => result.product === product);
    const scores = (are: boolean) =>
      own.filter((one) => isGood(one) === are).map(({ result }) => result.score);
    return { name: product, points: of.pointsOf(scores(true), scores(false)).map(rounded) };
  }),
});

const rounded = ([x, y]: [number, number]): [number, number] => [Number(x.toFixed(4)), Number(y.toFixed(4))];

const rocPoints = (good: readonly number[], bad: readonly number[]): Points => {
  if (good.length === 0 || bad.length === 0) return [];
  const points = operatingPoints(good, bad).map(({ falsePositives, truePositives }): [number, number] => [
    falsePositives / good.length,
    truePositives / bad.length,
  ]);
  return [[0, 0], ...points];
};

const prPoints = (good: readonly number[], bad: readonly number[]): Points => {
  if (good.length === 0 || bad.length === 0) return [];
  return operatingPoints(good, bad).map(({ falsePositives, truePositives }) => [
    truePositives / bad.length,
    truePositives / (truePositives + falsePositives),
  ]);
};
