// The figures of `report`: over all reports, by language, and by writer. Sentences, numbers and quotations of one picture
// are drawn together.
import { z } from "zod";
import { GOOD } from "../../datasets/labelled-picture.ts";
import { JudgedReport } from "../../judges/report/judge-report.ts";
import { ratio } from "../../metrics/figure.ts";
import type { FigureKind, Measured, SuiteFigure } from "../../suite.ts";

export const ReportResult = z.object({
  verdict: z.string(),
  /** The code of the defect type, or `good`; null where nobody told. */
  truth: z.string().nullable(),
  /** In Korean, in English, or in both. */
  reports: z.array(JudgedReport).min(1),
  /** Facts of only one of the two; null where there is only one report. */
  differences: z.array(z.string()).nullable(),
});
export type ReportResult = z.infer<typeof ReportResult>;
export type MeasuredReports = Measured<ReportResult>;

const rate = (ko: string, en: string, better: "higher" | "lower", isHeadline?: true): FigureKind => ({
  label: { ko, en },
  unit: "rate",
  better,
  ...(isHeadline && { isHeadline }),
});

export const REPORT_FIGURES: Readonly<Record<string, FigureKind>> = {
  complete: rate("네 절이 모두 있는 보고서", "reports with all four sections", "higher", true),
  verdictSaid: rate("현황에 판정을 밝힌 보고서", "reports whose status says the verdict", "higher", true),
  "unsupported.sentences": rate("유효한 근거가 없는 문장", "sentences without valid evidence", "lower", true),
  "stray.numbers": rate("근거에 없는 숫자", "numbers that match no cited evidence", "lower", true),
  "quotations.literal": rate(
    "그 쪽에 글자 그대로 있는 인용",
    "quotations literally on their page",
    "higher",
    true,
  ),
  sameFacts: rate(
    "한국어와 영어의 사실이 같은 사진",
    "pictures with the same facts in both languages",
    "higher",
    true,
  ),
  "type.right": rate(
    "유형을 바르게 부른 불량 보고서",
    "reports on defects that name the type rightly",
    "higher",
    true,
  ),
  "type.wrong": rate(
    "유형을 잘못 부른 불량 보고서",
    "reports on defects that name another type",
    "lower",
    true,
  ),
  "type.onGood": rate("양품에 결함 유형을 말한 보고서", "reports on good parts that name a type", "lower"),
  "type.stray": rate("근거에 없는 유형을 말한 보고서", "reports that name a type no evidence holds", "lower"),
  checked: rate("검사가 문장을 지운 보고서", "reports from which the check took a sentence", "lower", true),
  fallback: rate("다른 작성자가 대신 쓴 보고서", "reports that another writer had to write", "lower"),
};

type Pair = readonly [report: JudgedReport, result: ReportResult];

export const scoreReports = (measured: readonly MeasuredReports[]): SuiteFigure[] => {
  const pairs = measured.flatMap(({ result }) => result.reports.map((report): Pair => [report, result]));
  const named = (key: "language" | "writer"): string[] =>
    [...new Set(pairs.map(([report]) => report[key]))].sort();
  const parts = (key: "language" | "writer", name: string): SuiteFigure[] =>
    named(key).flatMap((value) =>
      figuresOf(
        pairs.filter(([report]) => report[key] === value),
        [name, value],
      ),
    );
  return [
    ...figuresOf(pairs, []),
    sameFacts(measured),
    ...parts("language", "languages"),
    ...(named("writer").length > 1 ? parts("writer", "writers") : []),
  ];
};

const sameFacts = (measured: readonly MeasuredReports[]): SuiteFigure => {
  const compared = measured.flatMap(({ result }) =>
    result.differences === null ? [] : [result.differences],
  );
  const hits = compared.filter((differences) => differences.length === 0).length;
  const none = "no picture has a report in both languages";
  return {
    name: "sameFacts",
    scope: [],
    count: compared.length,
    hits,
    ...ratio(hits, compared.length, none),
  };
};

const figuresOf = (pairs: readonly Pair[], scope: readonly string[]): SuiteFigure[] => {
  const reports = pairs.map(([report]) => report);
  const defects = pairs.filter(([, { truth }]) => truth !== null && truth !== GOOD);
  const good = pairs.filter(([, { truth }]) => truth === GOOD);
  const of = (name: string, hits: number, count: number): SuiteFigure => ({
    name,
    scope,
    count,
    hits,
    ...ratio(hits, count, "there is none"),
  });
  const sum = (value: (report: JudgedReport) => number): number =>
    reports.reduce((all, report) => all + value(report), 0);
  const share = (name: string, among: readonly Pair[], holds: (...pair: Pair) => boolean): SuiteFigure =>
    of(name, among.filter((pair) => holds(...pair)).length, among.length);
  const quotations = sum((report) => report.quotations);
  return [
    share("complete", pairs, ({ emptySections }) => emptySections.length === 0),
    share("verdictSaid", pairs, (report) => report.saysVerdict),
    of(
      "unsupported.sentences",
      sum((report) => report.unsupported.length),
      sum((report) => report.sentences),
    ),
    of(
      "stray.numbers",
      sum((report) => report.stray.length),
      sum((report) => report.numbers),
    ),
    of("quotations.literal", quotations - sum((report) => report.notLiteral.length), quotations),
    share("type.right", defects, ({ types }, { truth }) => types.length === 1 && types[0] === truth),
    share("type.wrong", defects, ({ types }, { truth }) => types.some((type) => type !== truth)),
    share("type.onGood", good, ({ types }) => types.length > 0),
    share("type.stray", pairs, ({ strayTypes }) => strayTypes.length > 0),
    share("checked", pairs, ({ removed }) => removed.length > 0),
    share("fallback", pairs, ({ isFallback }) => isFallback),
  ];
};
