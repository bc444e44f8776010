import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../../src/package-root.ts";

/** A page that is written from the code. */
export interface GeneratedDocument {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: () => string | Promise<string>;
}

/** A page of which one part is generated: between two markers, the rest as it stands. */
export const pageWithBlock = async (
  path: string,
  {
    begin,
    end,
    text,
  }: { readonly begin: string; readonly end: string; readonly text: () => Promise<string> },
): Promise<string> => {
  const page = await readFile(join(packageRoot(), path), "utf8");
  const [before, after] = [page.indexOf(begin), page.indexOf(end)];
  if (before < 0 || after < 0) throw new Error(`${path} has no place for ${begin}`);
  return `${page.slice(0, before + begin.length)}\n\n${await text()}\n\n${page.slice(after)}`;
};

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(escaped).join(" | ")} |`).join("\n");

const escaped = (cell: string): string => cell.replaceAll("|", "\\|");
