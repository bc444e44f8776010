import { confusionOf } from "../../metrics/confusion.ts";
import type { Section } from "../../section.ts";
import { type MeasuredSearch, nearestOf } from "./score.ts";

/** Which classes are taken for which. */
export const similaritySections = (measured: readonly MeasuredSearch[]): Section[] => {
  const { labels, counts } = confusionOf(nearestOf(measured));
  return [
    {
      kind: "table",
      title: {
        ko: "가장 가까운 사례의 분류 (행: 사진의 분류, 열: 사례의 분류)",
        en: "class of the nearest case (rows: the picture's class, columns: the case's)",
      },
      columns: [{ ko: "분류", en: "class" }, ...labels],
      rows: labels.map((label, i) => [
        label,
        ...(counts[i] ?? []).map((value) => ({ value, unit: "count" as const })),
      ]),
    },
    {
      kind: "note",
      text: {
        ko: "recall@k는 가장 가까운 k개 가운데 같은 분류가 하나라도 있는 사진의 비율입니다. 같은 분류가 하나뿐인 사진은 세지 않습니다.",
        en: "recall@k is the share of pictures with one of their own class among the k nearest. A picture that is the only one of its class does not count.",
      },
    },
  ];
};
