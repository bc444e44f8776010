import { recallAtFalseBoxes } from "../../metrics/false-boxes.ts";
import type { Section } from "../../section.ts";
import type { Measured } from "../../suite.ts";
import { type BoxesResult, picturesOf } from "./score.ts";

/** False boxes a picture at which the curve is drawn. */
const STEPS = Array.from({ length: 41 }, (_, i) => 0.1 * i);

export const boxesSections = (measured: readonly Measured<BoxesResult>[]): Section[] => {
  const finders = [
    ...new Set(measured.flatMap(({ result }) => result.found.map(({ finder }) => finder))),
  ].sort();
  return [
    {
      kind: "chart",
      title: {
        ko: "사진당 오검출 상자 수에 따른 재현율 (IoU 0.5)",
        en: "recall by false boxes a picture (IoU 0.5)",
      },
      mark: "line",
      x: { label: { ko: "사진당 오검출 상자", en: "false boxes a picture" }, min: 0, max: 4 },
      y: { label: { ko: "재현율", en: "recall" }, min: 0, max: 1 },
      series: finders.map((name) => {
        const pictures = picturesOf(measured, name);
        return {
          name,
          points: STEPS.flatMap((falseBoxes) => {
            const { value } = recallAtFalseBoxes(pictures, { iouAtLeast: 0.5, falseBoxes });
            return value === null ? [] : [[falseBoxes, value] as const];
          }),
        };
      }),
    },
    {
      kind: "note",
      text: {
        ko: "상자의 종류는 세지 않습니다. 이상 지도와 기준 비교는 임계값을 넘는 영역을 사진당 12개까지만 냅니다. 그보다 약한 불량은 재현율에서 빠집니다.",
        en: "Labels do not count. The anomaly map and the comparison give regions beyond their threshold only, twelve a picture at most: what is fainter is missing from the recall.",
      },
    },
  ];
};
