import { html } from "hono/html";
import type { Language } from "../../src/domain/language.ts";
import { formatted, formattedInterval } from "../format.ts";
import { matrixOf } from "../matrix.ts";
import type { RecordedFigure } from "../record.ts";
import type { Matrix } from "../section.ts";
import type { FigureKind, Suite } from "../suite.ts";
import { said } from "../words.ts";
import { countOf, type Markup } from "./figures.ts";

/** The worse a value, the darker its cell: the eye finds what costs most. */
export const matrixMarkup = (
  matrix: Matrix,
  figures: readonly RecordedFigure[],
  { suite, language }: { suite: Pick<Suite, "figures">; language: Language },
): Markup => {
  const { title, figure: name, names } = matrix;
  const { columns, rows } = matrixOf(matrix, figures);
  const cell = (found: RecordedFigure | undefined, span = 1): Markup =>
    found ? cellMarkup(found, { kind: suite.figures[name], span, language }) : html`<td></td>`;
  return html`<section><h2>${said(title, language)}</h2><div class="wide"><table class="matrix">
    <thead><tr><th></th>${columns.map((column) => html`<th>${column}</th>`)}</tr></thead>
    <tbody>${rows.map(
      ({ name: row, whole, cells }) =>
        html`<tr><td>${said(names[row] ?? row, language)}</td>${whole ? cell(whole, columns.length) : cells.map((found) => cell(found))}</tr>`,
    )}</tbody>
  </table></div></section>`;
};

const cellMarkup = (
  found: RecordedFigure,
  { kind, span, language }: { kind: FigureKind | undefined; span: number; language: Language },
): Markup => {
  const unit = kind?.unit ?? "count";
  const facts = `${kind?.label[language] ?? found.name}: ${countOf(found)}`;
  const interval = formattedInterval(found, unit);
  return html`<td colspan="${span}" title="${facts}" style="--bad:${badness(found, kind).toFixed(3)}">${formatted(found.value, unit)}<span class="quiet">${interval}</span></td>`;
};

/** From 0 to 1, of what lies between them and has a better end. */
const badness = ({ value }: RecordedFigure, kind: FigureKind | undefined): number => {
  if (value === null || kind?.better === undefined) return 0;
  return Math.min(1, Math.max(0, kind.better === "higher" ? 1 - value : value));
};
