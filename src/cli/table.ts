/** Lines of columns, as wide as their widest cell; Korean letters take two places. */
export const tableText = (rows: readonly (readonly string[])[]): string[] => {
  const [header = []] = rows;
  const widths = header.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ""))));
  return rows.map((row) =>
    row
      .map((cell, column) => cell + " ".repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell))))
      .join("  ")
      .trimEnd(),
  );
};

const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, letter) => sum + (/[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uff00-\uff60]/u.test(letter) ? 2 : 1),
    0,
  );
