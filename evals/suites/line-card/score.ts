// The figures of the line card: detection and calibration on clean pictures, faithfulness of reports, speed, and what
// each degradation costs.
import type { Bilingual } from "../../../src/domain/language.ts";
import { auroc } from "../../metrics/auroc.ts";
import { figure, noFigure, ratio } from "../../metrics/figure.ts";
import type { FigureKind, SuiteFigure } from "../../suite.ts";
import { ANOMALY_FIGURES } from "../anomaly/figures.ts";
import { LATENCY_FIGURES, memoryFigure, speedFigures } from "../latency/score.ts";
import { REPORT_FIGURES, scoreReports } from "../report/score.ts";
import {
  isFailed,
  isGood,
  type Judged,
  judgedIn,
  type MeasuredCard,
  reportedIn,
  timedIn,
  undamagedIn,
} from "./result.ts";

type Kinds = Readonly<Record<string, FigureKind>>;

const pick = (kinds: Kinds, names: readonly string[], part: Bilingual): Kinds =>
  Object.fromEntries(names.flatMap((name) => (kinds[name] ? [[name, { ...kinds[name], part }]] : [])));

const DETECTION: Bilingual = { ko: "검출", en: "Detection" };
const CALIBRATION: Bilingual = { ko: "보정", en: "Calibration" };
const REPORTS: Bilingual = { ko: "보고서의 충실성", en: "Faithfulness of reports" };
const SPEED: Bilingual = { ko: "속도", en: "Speed" };

/** In the record they stand beneath `report`, apart from the detector's. */
const REPORT_PREFIX = "report.";
const REPORTED = [
  "complete",
  "verdictSaid",
  "unsupported.sentences",
  "stray.numbers",
  "quotations.literal",
  "sameFacts",
  "type.right",
];

export const LINE_CARD_FIGURES: Kinds = {
  ...pick(ANOMALY_FIGURES, ["imageAuroc", "detected"], DETECTION),
  ...pick(ANOMALY_FIGURES, ["falseAlarms.promised", "falseAlarms.observed"], CALIBRATION),
  ...Object.fromEntries(
    Object.entries(pick(REPORT_FIGURES, REPORTED, REPORTS)).map(([name, kind]) => [
      `${REPORT_PREFIX}${name}`,
      kind,
    ]),
  ),
  ...pick(LATENCY_FIGURES, ["p50Ms", "p95Ms", "networkMs", "ratioToNetwork", "peakMemoryBytes"], SPEED),
};

export const scoreLineCard = (measured: MeasuredCard): SuiteFigure[] => {
  const [judged, timed] = [judgedIn(measured), timedIn(measured)];
  const clean = judged.filter(({ damage }) => damage === undefined);
  const types = [...new Set(clean.filter((one) => !isGood(one)).map(({ type }) => type))].sort();
  return [
    ...areaAndDetected(clean, []),
    promisedFigure(clean),
    falseAlarms(clean, []),
    ...reportFigures(measured),
    ...speedFigures(timed).filter(({ name }) => Object.hasOwn(LINE_CARD_FIGURES, name)),
    memoryFigure(timed),
    ...types.map((type) =>
      rateFigure(
        "detected",
        clean.filter((one) => one.type === type),
        ["types", type],
      ),
    ),
    ...damageFigures(judged, undamagedIn(measured)),
  ];
};

const promisedFigure = (clean: readonly Judged[]): SuiteFigure => ({
  name: "falseAlarms.promised",
  scope: [],
  count: clean.filter(isGood).length,
  isExact: true,
  ...(clean[0] ? figure(clean[0].alpha) : noFigure("nothing was judged")),
});

const reportFigures = (measured: MeasuredCard): SuiteFigure[] =>
  scoreReports(reportedIn(measured))
    .filter(({ name, scope }) => scope.length === 0 && REPORTED.includes(name))
    .map((found) => ({ ...found, name: `${REPORT_PREFIX}${found.name}` }));

/** What is lost shows beside the same pictures as they are. */
const damageFigures = (judged: readonly Judged[], undamaged: readonly Judged[]): SuiteFigure[] => {
  const cells = new Map<string, Judged[]>();
  for (const one of judged) {
    if (!one.damage) continue;
    const key = `${one.damage.kind} ${one.damage.severity}`;
    cells.set(key, [...(cells.get(key) ?? []), one]);
  }
  if (cells.size === 0) return [];
  const damaged = [...cells].flatMap(([key, own]) => {
    const [kind = "", severity = ""] = key.split(" ");
    return detectionFigures(own, ["degradations", kind, "severity", severity]);
  });
  return [...detectionFigures(undamaged, ["degradations", UNDAMAGED]), ...damaged];
};

/** In place of a degradation's name. */
export const UNDAMAGED = "none";

const detectionFigures = (judged: readonly Judged[], scope: readonly string[]): SuiteFigure[] => [
  ...areaAndDetected(judged, scope),
  falseAlarms(judged, scope),
];

const areaAndDetected = (judged: readonly Judged[], scope: readonly string[]): SuiteFigure[] => {
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
  ];
};

const falseAlarms = (judged: readonly Judged[], scope: readonly string[]): SuiteFigure =>
  rateFigure("falseAlarms.observed", judged.filter(isGood), scope);

const rateFigure = (name: string, of: readonly Judged[], scope: readonly string[]): SuiteFigure => {
  const hits = of.filter(isFailed).length;
  return { name, scope, count: of.length, hits, ...ratio(hits, of.length, "no such picture") };
};
