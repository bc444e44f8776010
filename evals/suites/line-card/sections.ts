import { DEGRADATIONS, SEVERITIES } from "../../degradations/kinds.ts";
import type { Cell, Chart, Section, Table } from "../../section.ts";
import type { Measured } from "../../suite.ts";
import { isFailed, isGood, type Judged, judgedIn, type LineCardResult } from "./result.ts";

export const lineCardSections = (measured: readonly Measured<LineCardResult>[]): Section[] => {
  const judged = judgedIn(measured);
  const clean = judged.filter(({ damage }) => damage === undefined);
  return [
    calibration(clean.filter(isGood)),
    costTable(judged, {
      title: {
        ko: "열화마다 검출되는 불량의 비율 (심한 정도 1~5)",
        en: "defects still failed under each degradation, severity 1 to 5",
      },
      of: (one) => !isGood(one),
    }),
    costTable(judged, {
      title: {
        ko: "열화마다 불합격하는 양품의 비율 (심한 정도 1~5)",
        en: "good parts failed under each degradation, severity 1 to 5",
      },
      of: isGood,
    }),
    {
      kind: "note",
      text: {
        ko: "양품은 그 사진 없이 만든 메모리 뱅크로 판정합니다(5겹). 1,024 px보다 큰 사진은 그 크기로 줄인 뒤 열화시킵니다.",
        en: "Good pictures are judged by a memory bank that was built without them (five folds). Pictures above 1,024 px are reduced to it before they are degraded.",
      },
    },
  ];
};

/** How many good parts would fail at any rate that one could promise. */
const calibration = (good: readonly Judged[]): Chart => {
  const rates = Array.from({ length: 51 }, (_, i) => i / 50);
  const share = (rate: number) =>
    good.filter(({ pValue }) => pValue <= rate).length / Math.max(1, good.length);
  return {
    kind: "chart",
    title: { ko: "보정: 약속한 오경보율과 실제", en: "calibration: false alarms promised and observed" },
    mark: "line",
    x: { label: { ko: "약속한 비율", en: "rate promised" }, min: 0, max: 1 },
    y: { label: { ko: "불합격한 양품의 비율", en: "share of good parts failed" }, min: 0, max: 1 },
    series: [
      {
        name: { ko: "실제", en: "observed" },
        points: rates.map((rate) => [rate, Number(share(rate).toFixed(4))]),
      },
      {
        name: { ko: "약속", en: "promised" },
        points: [
          [0, 0],
          [1, 1],
        ],
      },
    ],
  };
};

/** The first column is without any degradation, on the same pictures. */
const costTable = (
  judged: readonly Judged[],
  { title, of }: { title: Table["title"]; of: (one: Judged) => boolean },
): Table => {
  const own = judged.filter(of);
  const cell = (some: readonly Judged[]): Cell => ({
    value: some.length === 0 ? undefined : some.filter(isFailed).length / some.length,
    unit: "rate",
  });
  const clean = cell(own.filter(({ damage }) => damage === undefined));
  return {
    kind: "table",
    title,
    columns: [{ ko: "열화", en: "degradation" }, { ko: "없음", en: "none" }, ...SEVERITIES.map(String)],
    rows: DEGRADATIONS.map(({ kind }) => [
      kind,
      clean,
      ...SEVERITIES.map((severity) =>
        cell(own.filter(({ damage }) => damage?.kind === kind && damage.severity === severity)),
      ),
    ]),
  };
};
