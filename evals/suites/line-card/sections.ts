import { EN_DEGRADATIONS } from "../../../src/report/degradations-en.ts";
import { KO_DEGRADATIONS } from "../../../src/report/degradations-ko.ts";
import type { Bilingual } from "../../../src/domain/language.ts";
import { DEGRADATIONS } from "../../degradations/kinds.ts";
import type { Chart, Matrix, Section } from "../../section.ts";
import { faultTables } from "../report/sections.ts";
import { isGood, type Judged, judgedIn, type MeasuredCard, reportedIn } from "./result.ts";
import { UNDAMAGED } from "./score.ts";

export const lineCardSections = (measured: MeasuredCard): Section[] => {
  const judged = judgedIn(measured);
  const clean = judged.filter(({ damage }) => damage === undefined);
  return [
    calibration(clean.filter(isGood)),
    ...(clean.length < judged.length ? COSTS : []),
    ...faultsOf(measured),
    METHOD,
  ];
};

const NAMES: Readonly<Record<string, Bilingual>> = {
  [UNDAMAGED]: { ko: "열화 없음", en: "none" },
  ...Object.fromEntries(
    DEGRADATIONS.map(({ kind }) => [
      kind,
      { ko: KO_DEGRADATIONS[kind].name, en: EN_DEGRADATIONS[kind].name },
    ]),
  ),
};

const cost = (figure: string, title: Bilingual): Matrix => ({
  kind: "matrix",
  title,
  figure,
  rows: "degradations",
  columns: "severity",
  names: NAMES,
});

const COSTS: readonly Matrix[] = [
  cost("detected", {
    ko: "열화와 심각도(1~5)별 불합격으로 검출된 불량",
    en: "Defects failed under each degradation, by severity 1 to 5",
  }),
  cost("falseAlarms.observed", {
    ko: "열화와 심각도(1~5)별 불합격한 양품",
    en: "Good parts failed under each degradation, by severity 1 to 5",
  }),
  cost("imageAuroc", {
    ko: "열화와 심각도(1~5)별 사진 AUROC",
    en: "Image AUROC under each degradation, by severity 1 to 5",
  }),
];

/** Tables of what was found; where nothing was, that is all there is to say. */
const faultsOf = (measured: MeasuredCard): Section[] => {
  const reported = reportedIn(measured);
  const found = faultTables(reported).filter(({ rows }) => rows.length > 0);
  const count = reported.reduce((sum, { result }) => sum + result.reports.length, 0);
  if (found.length > 0 || count === 0) return found;
  return [
    {
      kind: "note",
      text: {
        ko: `보고서 ${count}건에서 결함을 찾지 못했습니다: 빈 절, 근거 없는 문장이나 숫자, 글자 그대로가 아닌 인용, 한 언어에만 있는 사실.`,
        en: `No fault in ${count} reports: no empty section, no sentence or number without evidence, no quotation that is not literal, no fact of one language only.`,
      },
    },
  ];
};

const METHOD: Section = {
  kind: "note",
  text: {
    ko: "양품은 그 사진 없이 만든 메모리 뱅크로 판정합니다(5겹). 1,024 px보다 큰 사진은 그 크기로 줄인 뒤 열화시킵니다. 칸의 작은 숫자는 95 % 구간입니다.",
    en: "Good pictures are judged by a memory bank that was built without them (five folds). Pictures above 1,024 px are reduced to it before they are degraded. The small numbers in cells are 95 % intervals.",
  },
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
