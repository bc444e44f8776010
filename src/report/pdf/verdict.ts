// The top of the first page: what it is about, what was decided, who acts next, and how near it was.
import type { Inspection } from "../../domain/inspection.ts";
import type { Product } from "../../domain/product.ts";
import type { VerdictKind } from "../../domain/verdict.ts";
import { severityText } from "../headline.ts";
import { instant } from "../instant.ts";
import { uiWordsOf } from "../ui-words.ts";
import { wordsOf } from "../words-of.ts";
import { ACCENT, gap, INK, LEFT, LINE, QUIET, room, type Sheet, WASH, WIDTH } from "./sheet.ts";
import { flow, heightOf, label, type Run } from "./text-flow.ts";

export const TONES: Readonly<Record<VerdictKind, string>> = {
  pass: "#1d6f47",
  fail: "#b02a21",
  review: "#8a5a00",
  retake: "#2f5d92",
};

export const drawHeader = (
  sheet: Sheet,
  { id, createdAt, images, report }: Inspection,
  product: Product | null,
): void => {
  const words = uiWordsOf(report.language);
  label(sheet, { text: "Gumsa 검사", face: "bold", size: 9, colour: ACCENT }, { x: LEFT, y: sheet.y });
  gap(sheet, 15);
  flow(sheet, [{ text: words.title, face: "bold", size: 20 }], { x: LEFT, width: WIDTH, lead: 1.35 });
  gap(sheet, 6);
  sheet
    .moveTo(LEFT, sheet.y)
    .lineTo(LEFT + WIDTH, sheet.y)
    .lineWidth(0.7)
    .strokeColor(LINE)
    .stroke();
  gap(sheet, 8);
  const name = product === null ? words.noProduct : `${product.names[report.language]} (${product.id})`;
  const files = images.map(({ fileName, image }) => `${fileName} (${image.widthPx} × ${image.heightPx} px)`);
  drawColumns(sheet, [
    [words.product, name],
    [words.files, files.join(", ")],
    [words.asOf, instant(createdAt)],
    [words.inspection, id],
  ]);
  gap(sheet, 12);
};

/** Product, pictures, time, and the number of the inspection on one line. */
const HEADER_SHARES = [0.24, 0.22, 0.25, 0.29];

const drawColumns = (sheet: Sheet, entries: readonly (readonly [string, string])[]): void => {
  const top = sheet.y;
  let bottom = top;
  let x = LEFT;
  for (const [index, [name, value]] of entries.entries()) {
    const width = WIDTH * (HEADER_SHARES[index] ?? 0);
    sheet.y = top;
    flow(sheet, [{ text: name, size: 7.5, colour: QUIET }], { x, width: width - 12 });
    flow(sheet, [{ text: value, size: 8.5 }], { x, width: width - 12, lead: 1.35 });
    bottom = Math.max(bottom, sheet.y);
    x += width;
  }
  sheet.y = bottom;
};

/** Colour, word and shape say the same thing, so that none of them is needed alone. */
export const drawVerdict = (sheet: Sheet, { verdict, report }: Inspection): void => {
  const words = uiWordsOf(report.language);
  const tone = TONES[verdict.kind];
  const x = LEFT + 74;
  const width = WIDTH - 74 - 18;
  const said = report.summary?.text ?? report.sections.status[0]?.text ?? "";
  const candidates: readonly (readonly Run[])[] = [
    [
      {
        text: capitalised(wordsOf(report.language).verdicts[verdict.kind]),
        face: "bold",
        size: 21,
        colour: tone,
      },
    ],
    [{ text: said, size: 10.5 }],
    [
      ...(report.severity
        ? [
            { text: `${words.severity}  `, size: 8.5, colour: QUIET },
            { text: severityText(report.severity, report.language), face: "bold" as const, size: 8.5 },
          ]
        : []),
    ],
    [
      ...(report.next
        ? [
            { text: `${words.next}  `, size: 8.5, colour: QUIET },
            { text: `${words[report.next.who]}: `, face: "bold" as const, size: 8.5 },
            { text: report.next.text, size: 8.5 },
          ]
        : []),
    ],
  ];
  const lines = candidates.filter((runs) => runs.length > 0);
  const height = 26 + lines.reduce((sum, runs) => sum + heightOf(sheet, runs, { width }) + 2, 0);
  const y = room(sheet, height);
  sheet.rect(LEFT, y, WIDTH, height).fill(WASH);
  sheet.rect(LEFT, y, 4, height).fill(tone);
  drawSign(sheet, verdict.kind, { x: LEFT + 40, y: y + height / 2 });
  sheet.y = y + 12;
  for (const runs of lines) {
    flow(sheet, runs, { x, width });
    gap(sheet, 2);
  }
  sheet.y = y + height;
  gap(sheet, 12);
};

const SIGNS: Readonly<Record<VerdictKind, { outline: string; sign: string }>> = {
  pass: { outline: "M24 2a22 22 0 1 0 0 44a22 22 0 1 0 0-44z", sign: "M14 25l7 7 13-15" },
  fail: { outline: "M15 2h18l13 13v18L33 46H15L2 33V15z", sign: "M16 16l16 16M32 16L16 32" },
  review: {
    outline: "M24 1l23 23-23 23L1 24z",
    sign: "M18.5 19a5.5 5.5 0 1 1 8 5c-2 1-2.5 2-2.5 4M24 33v.5",
  },
  retake: {
    outline: "M9 3h30a6 6 0 0 1 6 6v30a6 6 0 0 1-6 6H9a6 6 0 0 1-6-6V9a6 6 0 0 1 6-6z",
    sign: "M34 24a10 10 0 1 1-3.5-7.6M32 10v7h-7",
  },
};

const drawSign = (sheet: Sheet, kind: VerdictKind, middle: { x: number; y: number }): void => {
  const { outline, sign } = SIGNS[kind];
  sheet
    .save()
    .translate(middle.x - 22, middle.y - 22)
    .scale(44 / 48);
  sheet.path(outline).fill(TONES[kind]);
  sheet.path(sign).lineWidth(4.5).lineCap("round").lineJoin("round").strokeColor("#ffffff").stroke();
  sheet.restore();
  sheet.fillColor(INK);
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
