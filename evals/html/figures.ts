import { html } from "hono/html";
import type { Language } from "../../src/domain/language.ts";
import { formatted, formattedInterval } from "../format.ts";
import { placeOf } from "../intervals.ts";
import type { RecordedFigure, RunRecord } from "../record.ts";
import { groupTitle, isWhole, rowName, type Scope, type ScopeGroup, scopeGroups } from "../scope.ts";
import type { Suite, Unit } from "../suite.ts";
import { evalWords } from "../words.ts";

export type Markup = ReturnType<typeof html>;

export const figureTable = (
  { figures }: RunRecord,
  { figures: kinds }: Suite,
  language: Language,
): Markup => {
  const words = evalWords(language);
  const whole = figures.filter(isWhole);
  const partOf = (figure: RecordedFigure | undefined): string | undefined =>
    figure && kinds[figure.name]?.part?.[language];
  const rows = whole.map((figure, i) => {
    const { unit, label } = kinds[figure.name] ?? { unit: "count" as const, label: undefined };
    const part = partOf(figure) === partOf(whole[i - 1]) ? undefined : partOf(figure);
    return html`${part === undefined ? "" : html`<tr class="part"><th colspan="5">${part}</th></tr>`}<tr>
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

/** A table for each group of scopes, but those that a section lays out itself. */
export const groupTables = (
  { figures }: RunRecord,
  { figures: kinds }: Suite,
  { language, but }: { language: Language; but: ReadonlySet<string> },
): Markup[] =>
  scopeGroups(figures)
    .filter(({ key }) => !but.has(key))
    .map((group) => groupTable(group, figures, { kinds, language }));

const groupTable = (
  { key, scopes }: ScopeGroup,
  figures: readonly RecordedFigure[],
  { kinds, language }: { kinds: Suite["figures"]; language: Language },
): Markup => {
  const byPlace = new Map(figures.map((figure) => [placeOf(figure), figure]));
  const names = Object.keys(kinds).filter((name) =>
    scopes.some((scope) => byPlace.has(placeOf({ scope, name }))),
  );
  const cell = (scope: Scope, name: string): Markup => {
    const found = byPlace.get(placeOf({ scope, name }));
    return found ? figureCell(found, kinds[name]?.unit ?? "count") : html`<td></td>`;
  };
  return html`<section><h2>${groupTitle(key, language)}</h2><div class="wide"><table class="figures">
    <thead><tr><th></th>${names.map((name) => html`<th class="number">${kinds[name]?.label[language] ?? name}</th>`)}</tr></thead>
    <tbody>${scopes.map((scope) => html`<tr><td>${rowName(scope, language)}</td>${names.map((name) => cell(scope, name))}</tr>`)}</tbody>
  </table></div></section>`;
};

const figureCell = (found: RecordedFigure, unit: Unit): Markup => {
  const [value, interval] = [formatted(found.value, unit), formattedInterval(found, unit)];
  return html`<td class="number">${value}<span class="quiet">${[interval, countOf(found)].filter(Boolean).join(" · ")}</span></td>`;
};

/** What the histogram that it comes from may cost. */
const boundOf = ({ errorBound }: RecordedFigure): Markup =>
  errorBound === undefined ? html`` : html` <span class="quiet">± ${errorBound.toExponential(0)}</span>`;

export const countOf = ({ hits, count }: RecordedFigure): string =>
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
