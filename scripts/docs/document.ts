/** A page that is written from the code. */
export interface GeneratedDocument {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: () => string | Promise<string>;
}

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(escaped).join(" | ")} |`).join("\n");

const escaped = (cell: string): string => cell.replaceAll("|", "\\|");
