// The four sections, each sentence with the ids of its evidence.
import type { Report } from "../../domain/report.ts";
import { SECTIONS } from "../../domain/report.ts";
import { quotedLines } from "../quoted-lines.ts";
import { wordsOf } from "../words-of.ts";
import { writerNote } from "../writer-note.ts";
import { ACCENT, gap, LEFT, LINE, QUIET, room, type Sheet, WIDTH } from "./sheet.ts";
import { flow, heightOf, label } from "./text-flow.ts";

const NAMES_WIDTH = 64;
const BULLET_INDENT = 10;
/** A sentence up to this height stays on one page. */
const MOST_KEPT = 120;

export const drawSections = (sheet: Sheet, report: Report): void => {
  const names = wordsOf(report.language).sections;
  for (const section of SECTIONS) {
    const y = room(sheet, 34);
    sheet
      .moveTo(LEFT, y)
      .lineTo(LEFT + WIDTH, y)
      .lineWidth(0.5)
      .strokeColor(LINE)
      .stroke();
    gap(sheet, 8);
    label(sheet, { text: names[section], face: "bold", size: 10.5 }, { x: LEFT, y: sheet.y });
    for (const { text, evidence } of report.sections[section]) {
      drawSentence(sheet, text, evidence);
    }
    gap(sheet, 6);
  }
  const note = writerNote(report);
  if (note !== undefined) flow(sheet, [{ text: note, size: 7.5, colour: QUIET }], { x: LEFT, width: WIDTH });
};

const drawSentence = (sheet: Sheet, text: string, evidence: readonly string[]): void => {
  const ids = { text: evidence.join("·"), face: "bold" as const, size: 7, colour: ACCENT };
  const texts = quotedLines(text);
  const lines = texts.map((line, index) => {
    const indent = index === 0 ? 0 : BULLET_INDENT;
    return {
      runs: [{ text: `${line} ` }, ...(index === texts.length - 1 ? [ids] : [])],
      block: { x: LEFT + NAMES_WIDTH + indent, width: WIDTH - NAMES_WIDTH - indent, lead: 1.55 },
    };
  });
  const height = lines.reduce((sum, { runs, block }) => sum + heightOf(sheet, runs, block), 0);
  room(sheet, Math.min(MOST_KEPT, height));
  for (const { runs, block } of lines) flow(sheet, runs, block);
  gap(sheet, 3);
};
