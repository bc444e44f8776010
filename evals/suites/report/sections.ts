import type { Bilingual } from "../../../src/domain/language.ts";
import type { Section, Table } from "../../section.ts";
import type { JudgedReport } from "../../judges/report/judge-report.ts";
import type { MeasuredReports } from "./score.ts";

const MOST_SHOWN = 20;

export const reportSections = (measured: readonly MeasuredReports[]): Section[] => [
  ...faultTables(measured),
  typeTable(measured),
  {
    kind: "note",
    text: {
      ko: "숫자는 아라비아 숫자만 읽으며, 문장이 든 근거와 그 근거가 뒷받침하는 영역의 값을 반올림한 것이어야 합니다. 낱말로 쓴 수와 위치는 여기서 판단하지 않습니다.",
      en: "Numbers are read in digits only and must be values of the cited evidence, or of regions that it supports, rounded. Numbers in words and places are not judged here.",
    },
  },
];

/** Every fault that was found, by its kind; none says so too. */
export const faultTables = (measured: readonly MeasuredReports[]): Table[] => [
  ...FAULTS.map(({ title, of }) =>
    table(
      title,
      measured.flatMap(({ id, result }) =>
        result.reports.flatMap((report) =>
          of(report).map((text) => [`${id} (${report.language})`, text] as const),
        ),
      ),
    ),
  ),
  table(
    { ko: "한 언어에만 있는 사실", en: "facts of one language only" },
    measured.flatMap(({ id, result }) => (result.differences ?? []).map((text) => [id, text] as const)),
  ),
];

const FAULTS: readonly { title: Bilingual; of: (report: JudgedReport) => readonly string[] }[] = [
  { title: { ko: "비어 있는 절", en: "empty sections" }, of: ({ emptySections }) => emptySections },
  {
    title: { ko: "유효한 근거가 없는 문장", en: "sentences without valid evidence" },
    of: ({ unsupported }) => unsupported,
  },
  {
    title: { ko: "근거에 없는 숫자", en: "numbers that match no cited evidence" },
    of: ({ stray }) => stray.map(({ number, text }) => `${number}: ${text}`),
  },
  {
    title: { ko: "그 쪽에 글자 그대로 있지 않은 인용", en: "quotations that do not stand on their page" },
    of: ({ notLiteral }) => notLiteral,
  },
  {
    title: { ko: "검사가 지운 문장", en: "sentences that the check took out" },
    of: ({ removed }) => removed,
  },
];

const table = (title: Bilingual, rows: readonly (readonly [place: string, text: string])[]): Table => ({
  kind: "table",
  title: { ko: `${title.ko} (${rows.length})`, en: `${title.en} (${rows.length})` },
  columns: [
    { ko: "사진", en: "picture" },
    { ko: "내용", en: "what" },
  ],
  rows: rows.slice(0, MOST_SHOWN),
});

/** What each picture shows beside what its reports call it. */
const typeTable = (measured: readonly MeasuredReports[]): Table => {
  const pairs = measured.flatMap(({ result }) =>
    result.reports.map(({ types }) => ({ truth: result.truth ?? "?", said: types.join(", ") })),
  );
  const said = [...new Set(pairs.map((pair) => pair.said))].sort();
  const truths = [...new Set(pairs.map(({ truth }) => truth))].sort();
  return {
    kind: "table",
    title: {
      ko: "부른 유형 (행: 정답, 열: 보고서)",
      en: "types named (rows: the truth, columns: the reports)",
    },
    columns: [
      { ko: "정답", en: "truth" },
      ...said.map((name) => (name === "" ? { ko: "없음", en: "none" } : name)),
    ],
    rows: truths.map((truth) => [
      truth,
      ...said.map((name) => ({
        value: pairs.filter((pair) => pair.truth === truth && pair.said === name).length,
        unit: "count" as const,
      })),
    ]),
  };
};
