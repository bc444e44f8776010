// The last lines: what the check removed, and what had a part in the result.
import type { Inspection } from "../../domain/inspection.ts";
import { removalText } from "../removal-text.ts";
import { uiWordsOf } from "../ui-words.ts";
import { wordsOf } from "../words-of.ts";
import { heading } from "./pictures.ts";
import { gap, LEFT, QUIET, type Sheet, WIDTH } from "./sheet.ts";
import { flow } from "./text-flow.ts";

const BLOCK = { x: LEFT, width: WIDTH, lead: 1.45 } as const;

export const drawRemoved = (sheet: Sheet, { report }: Inspection): void => {
  if (report.removed.length === 0) return;
  const { sections } = wordsOf(report.language);
  heading(sheet, uiWordsOf(report.language).removed);
  for (const removed of report.removed) {
    const why = `${sections[removed.section]} · ${removalText(removed, report.language)}`;
    flow(
      sheet,
      [
        { text: `${removed.text}  `, size: 8, colour: QUIET },
        { text: why, size: 8 },
      ],
      BLOCK,
    );
    gap(sheet, 3);
  }
};

export const drawRecord = (sheet: Sheet, { report, metadata, versions }: Inspection): void => {
  const words = uiWordsOf(report.language);
  heading(sheet, words.record, 70);
  const details = Object.entries(metadata).map(([name, value]) => [name, asText(value)] as const);
  const parts: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    [words.writer, [[report.language, report.writer]]],
    [words.metadata, details],
    [words.versions, Object.entries(versions)],
  ];
  for (const [title, entries] of parts) {
    if (entries.length === 0) continue;
    const text = entries.map(([name, value]) => `${name} ${value}`).join("  ·  ");
    flow(
      sheet,
      [
        { text: `${title}   `, face: "bold", size: 7.5, colour: QUIET },
        { text, size: 7.5 },
      ],
      BLOCK,
    );
  }
};

const asText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
