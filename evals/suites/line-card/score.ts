// The figures of the line card: detection and calibration on clean pictures, what each degradation costs, and speed.
import { auroc } from "../../metrics/auroc.ts";
import { figure, noFigure, ratio } from "../../metrics/figure.ts";
import type { FigureKind, Measured, SuiteFigure } from "../../suite.ts";
import { ANOMALY_FIGURES } from "../anomaly/figures.ts";
import { LATENCY_FIGURES, memoryFigure, speedFigures } from "../latency/score.ts";
import { isFailed, isGood, type Judged, judgedIn, type LineCardResult, timedIn } from "./result.ts";

const pick = (kinds: Readonly<Record<string, FigureKind>>, names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => (kinds[name] ? [[name, kinds[name]]] : [])));

export const LINE_CARD_FIGURES: Readonly<Record<string, FigureKind>> = {
  ...pick(ANOMALY_FIGURES, ["imageAuroc", "detected", "falseAlarms.promised", "falseAlarms.observed"]),
  ...pick(LATENCY_FIGURES, ["p50Ms", "p95Ms", "networkMs", "ratioToNetwork", "peakMemoryBytes"]),
};

export const scoreLineCard = (measured: readonly Measured<LineCardResult>[]): SuiteFigure[] => {
  const [judged, timed] = [judgedIn(measured), timedIn(measured)];
  const clean = judged.filter(({ damage }) => damage === undefined);
  const [alpha] = judged.map((one) => one.alpha);
  const promised = alpha === undefined ? noFigure("nothing was judged") : figure(alpha);
  const types = [...new Set(clean.filter((one) => !isGood(one)).map(({ type }) => type))].sort();
  return [
    ...detectionFigures(clean, []),
    {
      name: "falseAlarms.promised",
      scope: [],
      count: clean.filter(isGood).length,
      isExact: true,
      ...promised,
    },
    ...speedFigures(timed).filter(({ name }) => Object.hasOwn(LINE_CARD_FIGURES, name)),
    memoryFigure(timed),
    ...types.map((type) =>
      rateFigure(
        "detected",
        clean.filter((one) => one.type === type),
        ["types", type],
      ),
    ),
    ...damageFigures(judged),
  ];
};

const damageFigures = (judged: readonly Judged[]): SuiteFigure[] => {
  const cells = new Map<string, Judged[]>();
  for (const one of judged) {
    if (!one.damage) continue;
    const key = `${one.damage.kind} ${one.damage.severity}`;
    cells.set(key, [...(cells.get(key) ?? []), one]);
  }
  return [...cells.entries()].flatMap(([key, own]) => {
    const [kind = "", severity = ""] = key.split(" ");
    return detectionFigures(own, ["degradations", kind, "severity", severity]);
  });
};

const detectionFigures = (judged: readonly Judged[], scope: readonly string[]): SuiteFigure[] => {
  const good = judged.filter(isGood);
  const bad = judged.filter((one) => !isGood(one));
  const scores = (of: readonly Judged[]) => of.map(({ relativeScore }) => relativeScore);
  return [
    {
      name: "imageAuroc",
      scope,
      count: judged.length,
      fewest: Math.min(good.length, bad.length),
      ...auroc(scores(good), scores(bad)),
    },
    rateFigure("detected", bad, scope),
    rateFigure("falseAlarms.observed", good, scope),
  ];
};

const rateFigure = (name: string, of: readonly Judged[], scope: readonly string[]): SuiteFigure => {
  const hits = of.filter(isFailed).length;
  return { name, scope, count: of.length, hits, ...ratio(hits, of.length, "no such picture") };
};
