// The figures of `verdict`. A missed defect is a bad part that passed; one that a person is asked about is not missed.
import { z } from "zod";
import { VerdictKind } from "../../../src/domain/verdict.ts";
import { GOOD } from "../../datasets/labelled-picture.ts";
import { figure, noFigure, ratio } from "../../metrics/figure.ts";
import { quantile } from "../../metrics/quantile.ts";
import type { FigureKind, Measured, SuiteFigure } from "../../suite.ts";

export const VerdictResult = z.object({
  product: z.string(),
  /** `good`, or the defect type. */
  type: z.string(),
  verdict: VerdictKind,
  reasons: z.array(z.string()),
  alpha: z.number(),
  durationMs: z.number(),
  /** The recorded inspection. */
  inspection: z.string(),
  /** Whether the data set is a folder of products. */
  isOneOfMany: z.boolean(),
});
export type VerdictResult = z.infer<typeof VerdictResult>;
export type MeasuredVerdict = Measured<VerdictResult>;

const rate = (ko: string, en: string, better?: FigureKind["better"], isHeadline?: true): FigureKind => ({
  label: { ko, en },
  unit: "rate",
  ...(better && { better }),
  ...(isHeadline && { isHeadline }),
});

export const VERDICT_FIGURES: Readonly<Record<string, FigureKind>> = {
  missed: rate("놓친 불량 (합격)", "defects missed (passed)", "lower", true),
  failed: rate("불합격한 불량", "defects failed", "higher", true),
  reviewed: rate("사람에게 보낸 불량", "defects sent to a person", undefined, true),
  retaken: rate("재촬영을 요청한 불량", "defects to be taken again"),
  "falseAlarms.promised": rate("약속한 오경보율", "false alarms promised"),
  "falseAlarms.observed": rate(
    "실제 오경보율 (양품 불합격)",
    "false alarms observed (good parts failed)",
    "lower",
    true,
  ),
  goodReviewed: rate("사람에게 보낸 양품", "good parts sent to a person", "lower", true),
  goodRetaken: rate("재촬영을 요청한 양품", "good parts to be taken again", "lower"),
  reviewRate: rate("사람에게 보낸 비율", "sent to a person"),
  inspectionMs: {
    label: { ko: "검사당 시간 (중앙값)", en: "time an inspection (median)" },
    unit: "ms",
    better: "lower",
  },
};

export const scoreVerdicts = (measured: readonly MeasuredVerdict[]): SuiteFigure[] => {
  const isFolder = measured.some(({ result }) => result.isOneOfMany);
  const products = [...new Set(measured.map(({ result }) => result.product))].sort();
  const parts = products.flatMap((name) => {
    const own = measured.filter(({ result }) => result.product === name);
    const scope = isFolder ? ["products", name] : [];
    return [...(isFolder ? figuresOf(own, scope) : []), ...typeFigures(own, scope)];
  });
  return [...figuresOf(measured, []), ...parts];
};

const typeFigures = (measured: readonly MeasuredVerdict[], scope: readonly string[]): SuiteFigure[] => {
  const types = [...new Set(measured.map(({ result }) => result.type))]
    .filter((type) => type !== GOOD)
    .sort();
  return types.flatMap((type) =>
    badFigures(
      measured.filter(({ result }) => result.type === type),
      [...scope, "types", type],
    ),
  );
};

const figuresOf = (measured: readonly MeasuredVerdict[], scope: readonly string[]): SuiteFigure[] => {
  const good = measured.filter(({ result }) => result.type === GOOD);
  const bad = measured.filter(({ result }) => result.type !== GOOD);
  const alphas = new Set(measured.map(({ result }) => result.alpha));
  const [alpha] = alphas;
  const promised = alpha !== undefined && alphas.size === 1 ? figure(alpha) : noFigure("products differ");
  return [
    ...badFigures(bad, scope),
    { name: "falseAlarms.promised", scope, count: good.length, isExact: true, ...promised },
    shareOf("falseAlarms.observed", "fail", good, scope),
    shareOf("goodReviewed", "review", good, scope),
    shareOf("goodRetaken", "retake", good, scope),
    shareOf("reviewRate", "review", measured, scope),
    timeFigure(measured, scope),
  ];
};

const badFigures = (bad: readonly MeasuredVerdict[], scope: readonly string[]): SuiteFigure[] => [
  shareOf("missed", "pass", bad, scope),
  shareOf("failed", "fail", bad, scope),
  shareOf("reviewed", "review", bad, scope),
  shareOf("retaken", "retake", bad, scope),
];

const shareOf = (
  name: string,
  verdict: VerdictKind,
  of: readonly MeasuredVerdict[],
  scope: readonly string[],
): SuiteFigure => {
  const hits = of.filter(({ result }) => result.verdict === verdict).length;
  return { name, scope, count: of.length, hits, ...ratio(hits, of.length, "no such picture") };
};

const timeFigure = (measured: readonly MeasuredVerdict[], scope: readonly string[]): SuiteFigure => {
  const sorted = measured.map(({ result }) => result.durationMs).sort((a, b) => a - b);
  const median = sorted.length === 0 ? noFigure("nothing was measured") : figure(quantile(sorted, 0.5));
  return { name: "inspectionMs", scope, count: sorted.length, ...median };
};
