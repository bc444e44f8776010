// Tables whose cells wrap and whose rows stay on one page.
import type { Inspection } from "../../domain/inspection.ts";
import type { Product } from "../../domain/product.ts";
import { factsOf, kindName } from "../evidence-facts.ts";
import { phraseName } from "../grounded.ts";
import * as write from "../numbers.ts";
import { placeOf } from "../place.ts";
import { evidenceOfKind } from "../plan-evidence.ts";
import { uiWordsOf } from "../ui-words.ts";
import { wordsOf } from "../words-of.ts";
import { ACCENT, LEFT, LINE, QUIET, room, type Sheet, WIDTH } from "./sheet.ts";
import { flow, heightOf, type Run } from "./text-flow.ts";

type Row = readonly (readonly Run[])[];

const PADDING = 8;
const SIZE = 8;

/** `widths` are shares of the whole width. */
const drawTable = (sheet: Sheet, rows: readonly Row[], widths: readonly number[]): void => {
  for (const row of rows) {
    const cells = row.map((runs, index) => ({ runs, width: WIDTH * (widths[index] ?? 0) - PADDING }));
    const height = Math.max(...cells.map(({ runs, width }) => heightOf(sheet, runs, { width, lead: 1.4 })));
    // A cell longer than a page flows over; any other row stays whole.
    const y = room(sheet, Math.min(height, 500) + 8);
    let x = LEFT;
    let bottom = y;
    for (const { runs, width } of cells) {
      sheet.y = y + 4;
      flow(sheet, runs, { x, width, lead: 1.4 });
      bottom = height > 500 ? sheet.y : Math.max(bottom, sheet.y);
      x += width + PADDING;
    }
    sheet.y = bottom + 3;
    sheet
      .moveTo(LEFT, sheet.y)
      .lineTo(LEFT + WIDTH, sheet.y)
      .lineWidth(0.4)
      .strokeColor(LINE)
      .stroke();
  }
};

const head = (...names: readonly string[]): Row =>
  names.map((text) => [{ text, face: "bold" as const, size: 7.5, colour: QUIET }]);
const cell = (text: string): readonly Run[] => [{ text, size: SIZE }];

export const drawRegionTable = (
  sheet: Sheet,
  { regions, images, report }: Inspection,
  product: Product | null,
): void => {
  const words = uiWordsOf(report.language);
  const picture = images[0]?.image;
  if (picture === undefined || regions.length === 0) return;
  const nameOf = (code: string | undefined): string =>
    product?.types.find((type) => type.code === code)?.names[report.language] ?? code ?? "";
  const rows = regions.map((region, index): Row => {
    const { x, y, width, height, areaPx, distance, pValue, label, supportedBy } = region;
    return [
      [
        { text: `${index + 1} `, face: "bold", size: SIZE },
        { text: nameOf(label), size: SIZE },
      ],
      cell(wordsOf(report.language).places[placeOf(region, picture)]),
      cell(`${write.pixels(x)}, ${write.pixels(y)} · ${write.pixels(width)} × ${write.pixels(height)}`),
      cell(write.pixels(areaPx)),
      cell(write.quantity(distance)),
      cell(write.pValue(pValue)),
      [{ text: supportedBy.join(" "), face: "bold", size: 7, colour: ACCENT }],
    ];
  });
  const names = [
    "#",
    words.place,
    words.box,
    words.area,
    words.distanceScale,
    words.pValueScale,
    words.evidence,
  ];
  drawTable(sheet, [head(...names), ...rows], [0.16, 0.18, 0.25, 0.1, 0.11, 0.08, 0.12]);
};

export const drawGroundedTable = (sheet: Sheet, inspection: Inspection, product: Product | null): void => {
  const { images, report } = inspection;
  const words = uiWordsOf(report.language);
  const picture = images[0]?.image;
  if (picture === undefined) return;
  const rows = evidenceOfKind(inspection, "grounded").map((item): Row => {
    const { id, box, likeness, threshold, pValue, isSupported } = item;
    const [own, limit] = write.distancePair(likeness, threshold);
    const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(write.pixels);
    return [
      [
        { text: `${id} `, face: "bold", size: SIZE, colour: ACCENT },
        { text: phraseName(item, product, report.language), size: SIZE },
      ],
      cell(wordsOf(report.language).places[placeOf(box, picture)]),
      cell(`${x}, ${y} · ${width} × ${height}`),
      cell(`${own} (${limit})`),
      cell(write.pValue(pValue)),
      cell(isSupported ? words.supported : words.unsupported),
    ];
  });
  const names = [words.phrase, words.place, words.box, words.likeness, words.pValueScale, words.anomalyMap];
  drawTable(sheet, [head(...names), ...rows], [0.2, 0.15, 0.22, 0.17, 0.08, 0.18]);
};

export const drawEvidenceTable = (sheet: Sheet, { evidence, report }: Inspection): void => {
  const words = uiWordsOf(report.language);
  const rows = evidence.map((item): Row => {
    const facts = factsOf(item, report.language).filter(({ field }) => field !== "map");
    const runs = facts.flatMap(({ name, value }, index): Run[] => [
      { text: `${name} `, size: SIZE - 0.5, colour: QUIET },
      { text: value, size: SIZE },
      ...(index < facts.length - 1 ? [{ text: "  ·  ", size: SIZE, colour: QUIET }] : []),
    ]);
    return [
      [{ text: item.id, face: "bold", size: SIZE, colour: ACCENT }],
      cell(kindName(item.kind, report.language)),
      runs,
    ];
  });
  drawTable(sheet, [head(words.evidenceId, words.kind, words.facts), ...rows], [0.07, 0.19, 0.74]);
};
