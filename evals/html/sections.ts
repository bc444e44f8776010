import { html, raw } from "hono/html";
import type { Language } from "../../src/domain/language.ts";
import { drawChart } from "../charts.ts";
import { formatted } from "../format.ts";
import type { RunResult } from "../record.ts";
import type { Cell, Chart, Gallery, Section, Table } from "../section.ts";
import type { Suite } from "../suite.ts";
import { said } from "../words.ts";
import type { Markup } from "./figures.ts";
import { matrixMarkup } from "./matrix.ts";

/** Side by side. */
export const chartsOf = async (sections: readonly Section[], language: Language): Promise<Markup> => {
  const drawn = [];
  for (const section of sections) {
    if (section.kind === "chart") drawn.push(await chartMarkup(section, language));
  }
  return drawn.length > 0 ? html`<div class="charts">${drawn}</div>` : html``;
};

/** What a reader must know before the figures. */
export const warningsOf = (sections: readonly Section[], language: Language): Markup[] =>
  sections.flatMap((section) =>
    section.kind === "note" && section.isWarning
      ? [html`<p class="warning">${said(section.text, language)}</p>`]
      : [],
  );

/** Everything but charts and warnings, in its order. */
export const othersOf = ({ record, sections }: RunResult, suite: Suite, language: Language): Markup[] =>
  sections.flatMap((section) => {
    if (section.kind === "table") return [tableMarkup(section, language)];
    if (section.kind === "matrix") return [matrixMarkup(section, record.figures, { suite, language })];
    if (section.kind === "gallery") return [galleryMarkup(section, language)];
    return section.kind === "note" && !section.isWarning
      ? [html`<p class="quiet">${said(section.text, language)}</p>`]
      : [];
  });

/** ECharts escapes the texts that it draws. */
const chartMarkup = async (chart: Chart, language: Language): Promise<Markup> =>
  html`<figure><h2>${said(chart.title, language)}</h2>${raw(await drawChart(chart, language))}</figure>`;

const tableMarkup = ({ title, columns, rows }: Table, language: Language): Markup =>
  html`<section><h2>${said(title, language)}</h2><div class="wide"><table>
    <thead><tr>${columns.map((column) => html`<th>${said(column, language)}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${row.map((cell) => cellMarkup(cell, language))}</tr>`)}</tbody>
  </table></div></section>`;

const cellMarkup = (cell: Cell, language: Language): Markup =>
  typeof cell === "object" && "unit" in cell
    ? html`<td class="number">${formatted(cell.value, cell.unit)}</td>`
    : html`<td>${said(cell, language)}</td>`;

const galleryMarkup = ({ title, pictures }: Gallery, language: Language): Markup =>
  html`<section><h2>${said(title, language)}</h2><div class="gallery">${pictures.map(
    ({ caption, png }) => html`<figure>
      <img alt="${said(caption, language)}" src="data:image/png;base64,${Buffer.from(png).toString("base64")}">
      <figcaption>${said(caption, language)}</figcaption>
    </figure>`,
  )}</div></section>`;
