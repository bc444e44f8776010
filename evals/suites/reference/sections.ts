import type { Section } from "../../section.ts";
import type { Measured } from "../../suite.ts";
import { THRESHOLDS } from "./compared-pair.ts";
import { bestPlace, type ReferenceResult } from "./score.ts";

/** Recall and precision over all thresholds, the chosen ones, and why pairs could not be compared. */
export const referenceSections = (measured: readonly Measured<ReferenceResult>[]): Section[] => {
  const compared = measured.flatMap(({ result }) => ("skipped" in result ? [] : [result]));
  const at = (place: number, part: "recalled" | "right", whole: "true" | "found"): number => {
    const sum = (key: typeof part | typeof whole): number =>
      compared.reduce((total, { regions }) => total + (regions[place]?.[key] ?? 0), 0);
    return sum(part) / Math.max(1, sum(whole));
  };
  const points = (part: "recalled" | "right", whole: "true" | "found") =>
    THRESHOLDS.map((threshold, place) => [threshold, at(place, part, whole)] as const);
  const chosen = [0, 1].map(
    (half) => THRESHOLDS[bestPlace(compared.filter((pair) => pair.half !== half))] ?? 0,
  );
  return [
    {
      kind: "chart",
      title: { ko: "임계값에 따른 재현율과 정밀도", en: "recall and precision by threshold" },
      mark: "line",
      x: { label: { ko: "임계값 (1 − SSIM)", en: "threshold (1 − SSIM)" } },
      y: { label: { ko: "비율", en: "share" }, min: 0, max: 1 },
      series: [
        { name: { ko: "재현율", en: "recall" }, points: points("recalled", "true") },
        { name: { ko: "정밀도", en: "precision" }, points: points("right", "found") },
      ],
    },
    {
      kind: "note",
      text: {
        ko: `각 절반은 다른 절반에서 고른 임계값으로 판정했습니다: ${chosen.map((value) => value.toFixed(2)).join(", ")}. 상자만 있는 데이터에서는 상자 안 전체를 불량 픽셀로 셉니다.`,
        en: `Each half is judged at the threshold chosen on the other: ${chosen.map((value) => value.toFixed(2)).join(", ")}. Where the data have boxes only, every pixel in a box counts as defect.`,
      },
    },
    ...skippedTable(measured),
  ];
};

const skippedTable = (measured: readonly Measured<ReferenceResult>[]): Section[] => {
  const rows = measured.flatMap(({ id, result }) => ("skipped" in result ? [[id, result.skipped]] : []));
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      title: { ko: "비교할 수 없던 쌍", en: "pairs that could not be compared" },
      columns: [
        { ko: "사진", en: "picture" },
        { ko: "이유", en: "reason" },
      ],
      rows,
    },
  ];
};
