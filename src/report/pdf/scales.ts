// Where this picture stands between the good ones and the limit, as two scales side by side.
import type { Inspection } from "../../domain/inspection.ts";
import * as write from "../numbers.ts";
import type { EvidenceOf } from "../plan-evidence.ts";
import { distanceScale, pValueScale } from "../scale.ts";
import { uiWordsOf } from "../ui-words.ts";
import { gap, LEFT, QUIET, room, type Sheet, WIDTH } from "./sheet.ts";
import { label } from "./text-flow.ts";
import { TONES } from "./verdict.ts";

interface Strip {
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly tone: string;
  /** In per cent of the width. */
  readonly zone: readonly [number, number] | undefined;
  readonly ticks: readonly (readonly [at: number, text: string])[];
  readonly limit: number | undefined;
  readonly good: number | undefined;
  readonly mark: number;
  readonly legend: readonly (readonly [shape: "mark" | "limit" | "good", text: string])[];
}

const HEIGHT = 66;
const LEGEND_SIZE = 7;
/** A sign, and what parts it from the next. */
const LEGEND_SPACE = 19;

export const drawScales = (sheet: Sheet, { evidence, report, verdict }: Inspection): void => {
  const words = uiWordsOf(report.language);
  for (const test of evidence.filter((item): item is EvidenceOf<"anomaly"> => item.kind === "anomaly")) {
    const { pValue, alpha, distance, threshold, highestGood, id } = test;
    const y = room(sheet, HEIGHT);
    const width = (WIDTH - 32) / 2;
    const tone = TONES[verdict.kind];
    const log = pValueScale(pValue, alpha);
    const level = log.at(alpha);
    drawStrip(sheet, {
      title: `${words.pValueScale}  [${id}]`,
      x: LEFT,
      y,
      width,
      tone,
      zone: [0, level],
      ticks: log.ticks.map((tick) => [log.at(tick), String(tick)]),
      limit: level,
      good: undefined,
      mark: log.at(pValue),
      legend: [
        ["mark", `${words.thisPicture} ${write.pValueBeside(pValue, alpha)}`],
        ["limit", `${words.significance} ${write.alpha(alpha)}`],
      ],
    });
    const at = distanceScale([distance, highestGood, threshold ?? 0]);
    const [own, limit] = write.distancePair(distance, threshold ?? highestGood);
    const beyond = threshold === undefined ? undefined : at(threshold);
    drawStrip(sheet, {
      title: `${words.distanceScale}  [${id}]`,
      x: LEFT + width + 32,
      y,
      width,
      tone,
      zone: beyond === undefined ? undefined : [beyond, 100],
      ticks: [[0, "0"]],
      limit: beyond,
      good: at(highestGood),
      mark: at(distance),
      legend: [
        ["mark", `${words.thisPicture} ${own}`],
        ...(threshold === undefined ? [] : [["limit", `${words.threshold} ${limit}`] as const]),
        ["good", `${words.highestGood} ${write.quantity(highestGood)}`],
      ],
    });
    sheet.y = y + HEIGHT;
    gap(sheet, 8);
  }
};

const drawStrip = (sheet: Sheet, strip: Strip): void => {
  const { x, y, width, tone, zone, limit, good, mark } = strip;
  const place = (share: number): number => x + (share / 100) * width;
  const base = y + 34;
  label(sheet, { text: strip.title, face: "bold", size: 8 }, { x, y });
  if (zone) sheet.rect(place(zone[0]), base - 18, place(zone[1]) - place(zone[0]), 18).fill("#f6e3e1");
  sheet
    .moveTo(x, base)
    .lineTo(x + width, base)
    .lineWidth(0.8)
    .strokeColor(QUIET)
    .stroke();
  for (const [at, text] of strip.ticks) {
    sheet
      .moveTo(place(at), base)
      .lineTo(place(at), base - 4)
      .lineWidth(0.6)
      .stroke();
    label(sheet, { text, size: 6.5, colour: QUIET }, { x: place(at) - 3, y: base + 4 });
  }
  if (limit !== undefined) drawLimit(sheet, { x: place(limit), y: base, height: 18 });
  if (good !== undefined) sheet.circle(place(good), base, 3.5).lineWidth(1.2).fillAndStroke("#ffffff", QUIET);
  sheet.circle(place(mark), base, 4).fill(tone);
  drawLegend(sheet, strip, base + 17);
};

const drawLimit = (sheet: Sheet, { x, y, height }: { x: number; y: number; height: number }): void => {
  sheet
    .moveTo(x, y)
    .lineTo(x, y - height)
    .lineWidth(1.2)
    .strokeColor(QUIET)
    .dash(3, { space: 2 })
    .stroke()
    .undash();
};

const drawLegend = (sheet: Sheet, { legend, tone, x, width }: Strip, y: number): void => {
  const texts = legend.reduce(
    (sum, [, text]) => sum + sheet.font("regular").fontSize(LEGEND_SIZE).widthOfString(text),
    0,
  );
  const size = LEGEND_SIZE * Math.min(1, (width - LEGEND_SPACE * legend.length) / texts);
  let at = x + 4;
  for (const [shape, text] of legend) {
    if (shape === "mark") sheet.circle(at, y + 5, 3.2).fill(tone);
    if (shape === "good")
      sheet
        .circle(at, y + 5, 3)
        .lineWidth(1)
        .fillAndStroke("#ffffff", QUIET);
    if (shape === "limit") drawLimit(sheet, { x: at, y: y + 9, height: 9 });
    label(sheet, { text, size, colour: QUIET }, { x: at + 8, y });
    at += LEGEND_SPACE + sheet.font("regular").fontSize(size).widthOfString(text);
  }
};
