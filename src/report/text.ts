// The report in a terminal: the verdict, the evidence in one line each, the four sections with their ids.
// Control characters in file names and manuals are dropped, so that no text can move the cursor or change colours.
import type { Inspection } from "../domain/inspection.ts";
import { SECTIONS } from "../domain/report.ts";
import type { VerdictKind } from "../domain/verdict.ts";
import { factsOf, kindName } from "./evidence-facts.ts";
import { removalText } from "./removal-text.ts";
import * as write from "./numbers.ts";
import { wrapText } from "./terminal-width.ts";
import { uiWordsOf } from "./ui-words.ts";
import { wordsOf } from "./words-of.ts";
import { writerNote } from "./writer-note.ts";

export interface TextOptions {
  readonly colour: boolean;
}

const COLUMNS = 100;
const SIGNS: Readonly<Record<VerdictKind, string>> = { pass: "✓", fail: "✗", review: "?", retake: "↻" };
const CODES = { pass: 32, fail: 31, review: 33, retake: 34, heading: 1, quiet: 2 } as const;
type Style = keyof typeof CODES;
type Paint = (style: Style, text: string) => string;

export const renderText = (inspection: Inspection, { colour }: TextOptions): string => {
  const paint: Paint = (style, text) => (colour ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text);
  const blocks = [
    verdictLines(inspection, paint),
    evidenceLines(inspection, paint),
    ...sectionBlocks(inspection, paint),
    writerLines(inspection, paint),
    removedLines(inspection, paint),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
};

const verdictLines = ({ verdict, report, images, id }: Inspection, paint: Paint): readonly string[] => {
  const words = uiWordsOf(report.language);
  const { kind, pValue, alpha, distance, threshold } = verdict;
  const head = `${SIGNS[kind]} ${wordsOf(report.language).verdicts[kind]}`;
  const figures = [
    pValue === undefined || alpha === undefined
      ? []
      : [
          `${words.pValueScale} ${write.pValueBeside(pValue, alpha)} ${pValue <= alpha ? "≤" : ">"} α ${write.alpha(alpha)}`,
        ],
    distance === undefined || threshold === undefined
      ? []
      : [distanceFigure(words.distanceScale, distance, threshold)],
  ].flat();
  const files = images.map(({ fileName }) => fileName).join(", ");
  return [paint(kind, [head, ...figures].join("  ·  ")), ...quiet(`${files}  ·  ${id}`, paint)];
};

const distanceFigure = (name: string, distance: number, threshold: number): string => {
  const [own, limit] = write.distancePair(distance, threshold);
  return `${name} ${own} ${distance > threshold ? ">" : "≤"} ${limit}`;
};

const evidenceLines = ({ evidence, report }: Inspection, paint: Paint): readonly string[] => [
  paint("heading", uiWordsOf(report.language).evidence),
  ...evidence.flatMap((entry) => {
    const facts = factsOf(entry, report.language)
      .filter(({ field }) => !["map", "documentId", "quotation"].includes(field))
      .map(({ name, value }) => `${name} ${value}`);
    return hanging(entry.id, `${kindName(entry.kind, report.language)}: ${facts.join(", ")}`);
  }),
];

const sectionBlocks = ({ report }: Inspection, paint: Paint): readonly (readonly string[])[] =>
  SECTIONS.map((section) => [
    paint("heading", wordsOf(report.language).sections[section]),
    ...report.sections[section].flatMap(({ text, evidence }) =>
      hanging("-", `${text} [${evidence.join(" ")}]`, 4),
    ),
  ]);

const writerLines = ({ report }: Inspection, paint: Paint): readonly string[] => {
  const note = writerNote(report);
  return note === undefined ? [] : quiet(note, paint);
};

const removedLines = ({ report }: Inspection, paint: Paint): readonly string[] => {
  if (report.removed.length === 0) return [];
  const lines = report.removed.flatMap((removed) =>
    hanging("-", `${removed.text} (${removalText(removed, report.language)})`, 4),
  );
  return [paint("heading", uiWordsOf(report.language).removed), ...lines];
};

const quiet = (text: string, paint: Paint): readonly string[] =>
  wrapText(text, COLUMNS).map((line) => paint("quiet", line));

/** The text beside a short label; further lines stand below the text. */
const hanging = (label: string, text: string, indent = 6): readonly string[] =>
  wrapText(text, COLUMNS - indent).map((line, index) =>
    index === 0 ? `  ${label}`.padEnd(indent) + line : " ".repeat(indent) + line,
  );
