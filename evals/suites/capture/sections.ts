import type { Bilingual } from "../../../src/domain/language.ts";
import { DEGRADATIONS } from "../../degradations/kinds.ts";
import { confusionOf } from "../../metrics/confusion.ts";
import { ratio } from "../../metrics/figure.ts";
import type { Cell, Section } from "../../section.ts";
import type { Measured } from "../../suite.ts";
import type { CaptureResult } from "./score.ts";

/** Named shares by others, on other pictures: told for their size, not as a contest. */
const PUBLISHED: readonly (readonly [who: Bilingual, share: number])[] = [
  [
    {
      ko: "DistortBench (27종): 가장 나은 시각 언어 모델",
      en: "DistortBench (27 kinds): best vision-language model",
    },
    0.619,
  ],
  [{ ko: "DistortBench (27종): 사람들의 다수결", en: "DistortBench (27 kinds): majority of people" }, 0.657],
];

export const captureSections = (measured: readonly Measured<CaptureResult>[]): Section[] => {
  const single = measured
    .map(({ result }) => result)
    .filter(({ truth, isVisible }) => truth.length === 1 && isVisible);
  return [besidePublished(single), byKindAndSeverity(single), whatWasSaid(single), whatWasDone()];
};

const besidePublished = (single: readonly CaptureResult[]): Section => {
  const right = single.filter(({ truth, said }) => said[0]?.kind === truth[0]?.kind).length;
  const share = (value: number | null): Cell => ({ value: value ?? undefined, unit: "share" });
  return {
    kind: "table",
    title: {
      ko: "발표된 수치와 나란히 (다른 사진, 다른 종류)",
      en: "beside published figures (of other pictures and kinds)",
    },
    columns: [
      { ko: "누가", en: "who" },
      { ko: "종류 정답 (top-1)", en: "right kind (top-1)" },
    ],
    rows: [
      [
        { ko: `이 실행 (${DEGRADATIONS.length}종)`, en: `this run (${DEGRADATIONS.length} kinds)` },
        share(ratio(right, single.length, "nothing measured").value),
      ],
      ...PUBLISHED.map(([who, value]): Cell[] => [who, share(value)]),
    ],
  };
};

const byKindAndSeverity = (single: readonly CaptureResult[]): Section => ({
  kind: "table",
  title: { ko: "종류와 심각도별 종류 정답 비율", en: "share of the right kind, by kind and severity" },
  columns: [{ ko: "종류", en: "kind" }, "1", "2", "3", "4", "5"],
  rows: DEGRADATIONS.map(({ kind }) => [
    kind,
    ...[1, 2, 3, 4, 5].map((severity): Cell => {
      const own = single.filter(({ truth }) => truth[0]?.kind === kind && truth[0]?.severity === severity);
      const right = own.filter(({ said }) => said[0]?.kind === kind).length;
      return { value: ratio(right, own.length, "none").value ?? undefined, unit: "share" };
    }),
  ]),
});

const NOTHING: Bilingual = { ko: "없음", en: "nothing" };

const whatWasSaid = (single: readonly CaptureResult[]): Section => {
  const answers = single.map(({ truth, said }) => ({
    truth: truth[0]?.kind ?? "",
    said: said[0]?.kind ?? "",
  }));
  const { labels, counts } = confusionOf(answers);
  const wrong = labels.flatMap((truth, i) =>
    labels.flatMap((said, j) => {
      const count = counts[i]?.[j] ?? 0;
      return i === j || count === 0 ? [] : [{ truth, said, count }];
    }),
  );
  return {
    kind: "table",
    title: { ko: "가장 잦은 혼동", en: "most frequent confusions" },
    columns: [
      { ko: "실제", en: "true" },
      { ko: "판정", en: "said" },
      { ko: "사진 수", en: "pictures" },
    ],
    rows: wrong
      .sort((a, b) => b.count - a.count)
      .slice(0, 15)
      .map(({ truth, said, count }) => [
        truth,
        said === "" ? NOTHING : said,
        { value: count, unit: "count" },
      ]),
  };
};

const whatWasDone = (): Section => ({
  kind: "table",
  title: {
    ko: "저하의 종류와 심각도별 강도",
    en: "kinds of degradation and their strength at each severity",
  },
  columns: [
    { ko: "종류", en: "kind" },
    { ko: "계열", en: "family" },
    { ko: "강도의 뜻", en: "what the strength is" },
    "1",
    "2",
    "3",
    "4",
    "5",
  ],
  rows: DEGRADATIONS.map(({ kind, family, meaning, strengths }) => [
    kind,
    family,
    meaning,
    ...strengths.map((value): Cell => ({ value, unit: "ratio" })),
  ]),
});
