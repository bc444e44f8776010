// The figures of `capture`: the right kind and family, how the stated severity follows the true one, two faults at
// once, and what is said of clean pictures.
import { z } from "zod";
import { plcc, srcc } from "../../metrics/correlation.ts";
import { type Figure, ratio } from "../../metrics/figure.ts";
import { macroF1, microF1 } from "../../metrics/multi-label.ts";
import type { FigureKind, Measured, SuiteFigure } from "../../suite.ts";
import { familyOf, isKind } from "./damages.ts";

const Said = z.object({ kind: z.string(), severity: z.number() });

export const CaptureResult = z.object({
  truth: z.array(z.object({ kind: z.string(), severity: z.int().min(1).max(5) })),
  /** Worst first. */
  said: z.array(Said),
  grade: z.enum(["usable", "limited", "unusable"]),
  /** Whether the picture shows what was done to it: a grey one has no colour to lose. */
  isVisible: z.boolean(),
});
export type CaptureResult = z.infer<typeof CaptureResult>;

export const CAPTURE_FIGURES: Readonly<Record<string, FigureKind>> = {
  kindTop1: {
    label: { ko: "종류 정답 (top-1)", en: "right kind (top-1)" },
    unit: "rate",
    better: "higher",
    isHeadline: true,
  },
  familyTop1: {
    label: { ko: "계열 정답 (top-1)", en: "right family (top-1)" },
    unit: "rate",
    better: "higher",
    isHeadline: true,
  },
  kindNamed: { label: { ko: "종류를 언급", en: "kind among those named" }, unit: "rate", better: "higher" },
  noticed: {
    label: { ko: "저하를 알아차림", en: "any degradation noticed" },
    unit: "rate",
    better: "higher",
  },
  severitySrcc: {
    label: { ko: "심각도 SRCC", en: "severity SRCC" },
    unit: "correlation",
    better: "higher",
    isHeadline: true,
  },
  severityPlcc: { label: { ko: "심각도 PLCC", en: "severity PLCC" }, unit: "correlation", better: "higher" },
  "two.microF1": {
    label: { ko: "두 가지 동시: micro F1", en: "two at once: micro F1" },
    unit: "share",
    better: "higher",
  },
  "two.macroF1": {
    label: { ko: "두 가지 동시: macro F1", en: "two at once: macro F1" },
    unit: "share",
    better: "higher",
  },
  "two.bothNamed": {
    label: { ko: "두 가지 모두 언급", en: "two at once: both named" },
    unit: "rate",
    better: "higher",
  },
  "clean.falseAlarms": {
    label: { ko: "깨끗한 사진에 오경보", en: "false alarms on clean pictures" },
    unit: "rate",
    better: "lower",
    isHeadline: true,
  },
  "clean.held": {
    label: { ko: "깨끗한 사진을 usable로 보지 않음", en: "clean pictures not called usable" },
    unit: "rate",
    better: "lower",
  },
  invisible: {
    label: { ko: "보이지 않아 세지 않은 사진", en: "left out: the change does not show" },
    unit: "count",
  },
};

type Results = readonly CaptureResult[];

export const scoreCapture = (measured: readonly Measured<CaptureResult>[]): SuiteFigure[] => {
  const results = measured.map(({ result }) => result);
  const visible = results.filter(({ isVisible }) => isVisible);
  const single = visible.filter(({ truth }) => truth.length === 1);
  const kinds = [...new Set(single.flatMap(({ truth }) => truth.map(({ kind }) => kind)))].sort();
  const invisible = results.length - visible.length;
  return [
    ...singleFigures(single, []),
    ...twoFigures(visible.filter(({ truth }) => truth.length === 2)),
    ...cleanFigures(visible.filter(({ truth }) => truth.length === 0)),
    { name: "invisible", scope: [], count: results.length, isExact: true, value: invisible },
    ...kinds.flatMap((kind) =>
      singleFigures(
        single.filter((one) => one.truth[0]?.kind === kind),
        ["kinds", kind],
      ),
    ),
    ...[1, 2, 3, 4, 5].flatMap((severity) =>
      rateFigures(
        single.filter((one) => one.truth[0]?.severity === severity),
        ["severities", String(severity)],
      ),
    ),
  ];
};

const singleFigures = (single: Results, scope: readonly string[]): SuiteFigure[] => {
  const truth = single.map((one) => one.truth[0]?.severity ?? 0);
  const said = single.map(({ said: all }) => Math.max(0, ...all.map(({ severity }) => severity)));
  const count = single.length;
  return [
    ...rateFigures(single, scope),
    { name: "severitySrcc", scope, count, ...srcc(truth, said) },
    { name: "severityPlcc", scope, count, ...plcc(truth, said) },
  ];
};

const rateFigures = (single: Results, scope: readonly string[]): SuiteFigure[] => {
  const rate = (name: string, holds: (kind: string, said: readonly string[]) => boolean): SuiteFigure =>
    rateFigure(name, scope, single, ({ truth, said }) =>
      holds(
        truth[0]?.kind ?? "",
        said.map(({ kind }) => kind),
      ),
    );
  return [
    rate("kindTop1", (kind, [first]) => first === kind),
    rate("familyTop1", (kind, [first]) => first !== undefined && familyNameOf(first) === familyNameOf(kind)),
    rate("kindNamed", (kind, said) => said.includes(kind)),
    rate("noticed", (_, said) => said.length > 0),
  ];
};

const twoFigures = (two: Results): SuiteFigure[] => {
  const answers = two.map(({ truth, said }) => ({
    truth: truth.map(({ kind }) => kind),
    said: said.map(({ kind }) => kind),
  }));
  const of = (name: string, value: Figure): SuiteFigure => ({ name, scope: [], count: two.length, ...value });
  return [
    of("two.microF1", microF1(answers)),
    of("two.macroF1", macroF1(answers)),
    rateFigure("two.bothNamed", [], two, ({ truth, said }) =>
      truth.every(({ kind }) => said.some((one) => one.kind === kind)),
    ),
  ];
};

const cleanFigures = (clean: Results): SuiteFigure[] => [
  rateFigure("clean.falseAlarms", [], clean, ({ said }) => said.length > 0),
  rateFigure("clean.held", [], clean, ({ grade }) => grade !== "usable"),
];

const rateFigure = (
  name: string,
  scope: readonly string[],
  of: Results,
  holds: (result: CaptureResult) => boolean,
): SuiteFigure => {
  const hits = of.filter(holds).length;
  return { name, scope, count: of.length, hits, ...ratio(hits, of.length, "no such picture") };
};

/** A kind that this suite does not know is a family of its own. */
const familyNameOf = (kind: string): string => (isKind(kind) ? familyOf(kind) : kind);
