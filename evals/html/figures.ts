import { html } from "hono/html";
import type { Language } from "../../src/domain/language.ts";
import { formatted, formattedInterval } from "../format.ts";
import { placeOf } from "../intervals.ts";
import type { RecordedFigure, RunRecord } from "../record.ts";
import type { Suite } from "../suite.ts";
import { scopesOf, wholeOf } from "../text.ts";
import { evalWords, scopeName } from "../words.ts";

export type Markup = ReturnType<typeof html>;

export const figureTable = (
  { figures }: RunRecord,
  { figures: kinds }: Suite,
  language: Language,
): Markup => {
  const words = evalWords(language);
  const rows = wholeOf(figures).map((figure) => {
    const { unit, label } = kinds[figure.name] ?? { unit: "count" as const, label: undefined };
    return html`<tr>
      <td>${label?.[language] ?? figure.name}</td>
      <td class="number">${formatted(figure.value, unit)}${boundOf(figure)}</td>
      <td class="number">${figure.value === null ? figure.reason : formattedInterval(figure, unit)}</td>
      <td>${spanOf(figure, unit)}</td>
      <td class="number">${countOf(figure)}</td>
    </tr>`;
  });
  if (rows.length === 0) return html``;
  return html`<section><h2>${words.figures}</h2><div class="wide"><table class="figures">
    <thead><tr><th>${words.figure}</th><th class="number">${words.value}</th><th class="number">${words.interval}</th><th></th><th class="number">${words.of}</th></tr></thead>
    <tbody>${rows}</tbody>
  </table></div><p class="quiet">${words.method}</p></section>`;
};

export const scopeTable = ({ figures }: RunRecord, { figures: kinds }: Suite, language: Language): Markup => {
  const words = evalWords(language);
  const scopes = scopesOf(figures);
  const used = new Set(figures.filter(({ scope }) => scope.length > 1).map(({ name }) => name));
  const names = Object.keys(kinds).filter((name) => used.has(name));
  if (scopes.length === 0) return html``;
  const byPlace = new Map(figures.map((figure) => [placeOf(figure), figure]));
  const rows = scopes.map(
    (scope) =>
      html`<tr><td>${scopeName(scope, language)}</td>${names.map((name) => {
        const found = byPlace.get(placeOf({ scope, name }));
        const unit = kinds[name]?.unit ?? "count";
        if (!found) return html`<td></td>`;
        return html`<td class="number">${formatted(found.value, unit)}<br><span class="quiet">${formattedInterval(found, unit)}<br>${countOf(found)}</span></td>`;
      })}</tr>`,
  );
  return html`<section><h2>${words.byScope}</h2><div class="wide"><table class="figures">
    <thead><tr><th>${words.about}</th>${names.map((name) => html`<th class="number">${kinds[name]?.label[language] ?? name}</th>`)}</tr></thead>
    <tbody>${rows}</tbody>
  </table></div></section>`;
};

/** What the histogram that it comes from may cost. */
const boundOf = ({ errorBound }: RecordedFigure): Markup =>
  errorBound === undefined ? html`` : html` <span class="quiet">± ${errorBound.toExponential(0)}</span>`;

const countOf = ({ hits, count }: RecordedFigure): string =>
  hits === undefined ? `${count}` : `${hits} / ${count}`;

const BETWEEN_0_AND_1: ReadonlySet<string> = new Set(["area", "share", "rate"]);

/** Value and interval on a line from 0 to 1. */
const spanOf = ({ value, low, high }: RecordedFigure, unit: string): Markup => {
  if (value === null || !BETWEEN_0_AND_1.has(unit)) return html``;
  const percent = (share: number): string => (100 * Math.min(1, Math.max(0, share))).toFixed(2);
  const interval =
    low === undefined || high === undefined
      ? ""
      : html`<i style="left:${percent(low)}%;width:${percent(high - low)}%"></i>`;
  return html`<span class="span">${interval}<b style="left:${percent(value)}%"></b></span>`;
};
