// Cuts a manual into passages: the headings above, and the bullets or the paragraph below them. A passage never
// crosses a page, so that its quotation can be found by turning to one page; a section that breaks gives two
// passages under the same headings.
import type { PassageForm } from "../domain/passage.ts";
import { kindOfLine, type LineKind, widthOf } from "./line-kind.ts";
import { bodyLines, type Line } from "./page-lines.ts";

export interface CutPassage {
  readonly page: number;
  readonly headings: readonly string[];
  readonly form: PassageForm;
  /** As on the page, line by line. */
  readonly lines: readonly string[];
}

/** A longer section is cut at its next bullet or sentence. */
const LONG_PASSAGE_CHARACTERS = 1200;

export const cutPassages = (pages: readonly string[]): CutPassage[] => {
  const passages: OpenPassage[] = [];
  let headings: readonly Heading[] = [];
  let open: OpenPassage | undefined;
  for (const line of withKinds(bodyLines(pages))) {
    if (line.kind.kind === "heading") headings = below(headings, { rank: line.kind.rank, text: line.text });
    if (line.kind.kind === "heading" || line.kind.kind === "rule") open = undefined;
    else if (open !== undefined && belongsTo(open, line)) open.lines.push(line);
    else {
      open = { page: line.page, headings: headings.map(headingText), lines: [line] };
      passages.push(open);
    }
  }
  return passages.map(({ lines, ...passage }) => ({
    ...passage,
    form: formOf(lines),
    lines: lines.map(({ text }) => text),
  }));
};

/** What most of its lines are; the lines of a wrapped bullet or cell count for neither. */
const formOf = (lines: readonly LineWithKind[]): PassageForm => {
  const count = (wanted: LineKind["kind"]): number => lines.filter(({ kind }) => kind.kind === wanted).length;
  if (count("row") > count("bullet")) return "table";
  return count("bullet") > 0 ? "bullets" : "text";
};

interface OpenPassage extends Omit<CutPassage, "form" | "lines"> {
  readonly lines: LineWithKind[];
}
interface Heading {
  readonly rank: number;
  readonly text: string;
}
interface LineWithKind extends Line {
  readonly kind: LineKind;
}

const withKinds = (lines: readonly Line[]): LineWithKind[] => {
  const fullWidth = Math.max(
    0,
    ...lines.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).map(({ text }) => widthOf(text)),
  );
  return lines.map((line, index) => {
    const neighbours = { previous: lines[index - 1]?.text, next: lines[index + 1]?.text };
    if (isRow(lines, index)) return { ...line, kind: { kind: "row" } };
    return { ...line, kind: kindOfLine({ text: line.text, ...neighbours, fullWidth }) };
  });
};

/** One line with a gap in it is a line with a gap in it; two are a table. */
const isRow = (lines: readonly Line[], index: number): boolean => {
  const hasCells = (at: number): boolean => (lines[at]?.cells ?? 1) > 1;
  return hasCells(index) && (hasCells(index - 1) || hasCells(index + 1));
};

const below = (headings: readonly Heading[], heading: Heading): readonly Heading[] => [
  ...headings.filter(({ rank }) => rank < heading.rank),
  heading,
];

const headingText = ({ text }: Heading): string => text.replace(/\s*[:：]$/u, "");

const belongsTo = (open: OpenPassage, { page, kind }: LineWithKind): boolean => {
  if (open.page !== page) return false;
  const length = open.lines.reduce((sum, { text }) => sum + text.length, 0);
  const mayBeCut = ["bullet", "row"].includes(kind.kind) || /[.!?。]$/u.test(open.lines.at(-1)?.text ?? "");
  return length < LONG_PASSAGE_CHARACTERS || !mayBeCut;
};
