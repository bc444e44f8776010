// The lines of a document without what is printed on every page. Running headers, footers and page numbers
// belong to no passage, and a section that breaks across pages must not be cut by them.
import { foldSpace } from "./quotation.ts";

export interface Line {
  readonly text: string;
  /** Counted from 1. */
  readonly page: number;
  /** In how many cells of a table the text stands; 1 outside of one. */
  readonly cells: number;
}

/** More lines than this at the top or bottom of a page are never taken for a header or footer. */
const EDGE_LINES = 4;

export const bodyLines = (pages: readonly string[]): Line[] => {
  const lines = pages.map((page) => page.split("\n").filter((line) => foldSpace(line) !== ""));
  const repeated = repeatedLines(lines.map((page) => page.map(foldSpace)));
  return lines.flatMap((page, index) =>
    withoutEdges(page, repeated).map((line) => ({
      text: foldSpace(line),
      page: index + 1,
      cells: line.split("\t").length,
    })),
  );
};

const repeatedLines = (pages: readonly (readonly string[])[]): Set<string> => {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const edges = [...page.slice(0, EDGE_LINES), ...page.slice(-EDGE_LINES)];
    for (const key of new Set(edges.filter(mayRepeat).map(withoutPageNumber))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const enough = Math.max(2, pages.filter((page) => page.length > 0).length / 2);
  return new Set([...counts].filter(([, count]) => count >= enough).map(([key]) => key));
};

const withoutEdges = (page: readonly string[], repeated: ReadonlySet<string>): readonly string[] => {
  const isBody = (line: string): boolean =>
    !mayRepeat(foldSpace(line)) || !repeated.has(withoutPageNumber(foldSpace(line)));
  const first = page.findIndex(isBody);
  return first === -1 ? [] : page.slice(first, page.findLastIndex(isBody) + 1);
};

/** "Causes:", "3.2 Causes" and bullets may well open several pages without being a header. */
const mayRepeat = (line: string): boolean =>
  !/[:：]$|^\d+(?:\.\d+)*\.\s|^\d+(?:\.\d+)+\s|^[•▪■◦*]\s/u.test(line);

/** Only whole numbers that stand alone: "Page 3 of 7", "3 / 7", but not "3.2" or "Rev.3". */
const withoutPageNumber = (line: string): string =>
  line.replace(/(?<![\p{L}\d.,])\d+(?![\p{L}\d]|[.,]\d)/gu, "#");
