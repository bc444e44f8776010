// Cuts a manual into passages: the headings above, and the bullets or the paragraph below them. A passage never
// crosses a page, so that its quotation can be found by turning to one page; a section that breaks gives two
// passages under the same headings.
import { kindOfLine, type LineKind, widthOf } from "./line-kind.ts";
import { bodyLines, type Line } from "./page-lines.ts";

export interface CutPassage {
  readonly page: number;
  readonly headings: readonly string[];
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
    else if (open !== undefined && belongsTo(open, line)) open.lines.push(line.text);
    else {
      open = { page: line.page, headings: headings.map(headingText), lines: [line.text] };
      passages.push(open);
    }
  }
  return passages;
};

interface OpenPassage extends CutPassage {
  readonly lines: string[];
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
    return { ...line, kind: kindOfLine({ text: line.text, ...neighbours, fullWidth }) };
  });
};

const below = (headings: readonly Heading[], heading: Heading): readonly Heading[] => [
  ...headings.filter(({ rank }) => rank < heading.rank),
  heading,
];

const headingText = ({ text }: Heading): string => text.replace(/\s*[:：]$/u, "");

const belongsTo = (open: OpenPassage, { page, kind }: LineWithKind): boolean => {
  if (open.page !== page) return false;
  const length = open.lines.reduce((sum, line) => sum + line.length, 0);
  const mayBeCut = kind.kind === "bullet" || /[.!?。]$/u.test(open.lines.at(-1) ?? "");
  return length < LONG_PASSAGE_CHARACTERS || !mayBeCut;
};
