// Below the report: what it stands on and how it came about.
import { html } from "hono/html";
import type { Evidence } from "../domain/evidence.ts";
import type { Inspection } from "../domain/inspection.ts";
import type { Language } from "../domain/language.ts";
import { factsOf, kindName } from "./evidence-facts.ts";
import { removalText } from "./removal-text.ts";
import type { Markup } from "./html-verdict.ts";
import * as write from "./numbers.ts";
import { quotedLines } from "./quoted-lines.ts";
import { reasonInEnglish, reasonInKorean } from "./reasons.ts";
import { uiWordsOf } from "./ui-words.ts";
import { readerName } from "./words.ts";
import { wordsOf } from "./words-of.ts";

export const evidenceTable = ({ evidence, report }: Inspection): Markup => {
  const words = uiWordsOf(report.language);
  return html`<section><h2>${words.evidence}</h2><div class="wide"><table class="evidence">
    <thead><tr><th>${words.evidenceId}</th><th>${words.kind}</th><th>${words.facts}</th></tr></thead>
    <tbody>${evidence.map((entry) => evidenceRow(entry, report.language))}</tbody>
  </table></div></section>`;
};

const evidenceRow = (entry: Evidence, language: Language): Markup => {
  const facts = factsOf(entry, language);
  const quotation = facts.find(({ field }) => field === "quotation");
  return html`<tr id="evidence-${entry.id}">
    <td><b class="id">${entry.id}</b></td>
    <td>${kindName(entry.kind, language)}</td>
    <td>
      ${quotation === undefined ? "" : html`<blockquote>${quotedLines(quotation.value).map((line) => html`<p>${line}</p>`)}</blockquote>`}
      ${facts
        .filter((fact) => fact !== quotation)
        .map(({ name, value }) => html`<span class="fact"><i>${name}</i> ${value}</span> `)}
    </td>
  </tr>`;
};

export const conditions = ({ capture, readers, report }: Inspection): Markup => {
  const words = uiWordsOf(report.language);
  const { grades, degradations } = wordsOf(report.language);
  return html`<section class="columns">
    <div>
      <h2>${words.capture}</h2>
      <p class="grade ${capture.grade}">${grades[capture.grade]}</p>
      ${capture.degradations.length === 0 ? html`<p class="quiet">${words.clean}</p>` : ""}
      ${capture.degradations.map(
        ({ kind, severity }) => html`<div class="meter"><span>${degradations[kind].name}</span>
          <span class="bar"><span style="width:${write.percent(severity)}%"></span></span>
          <b>${write.percent(severity)} %</b></div>`,
      )}
    </div>
    <div><h2>${words.readers}</h2>${readerList(readers, report.language)}</div>
  </section>`;
};

const readerList = (readers: Inspection["readers"], language: Language): Markup => {
  const words = uiWordsOf(language);
  const reasonText = language === "ko" ? reasonInKorean : reasonInEnglish;
  return html`<ul class="readers">${Object.entries(readers).map(([reader, { status, reason, code }]) => {
    const why = code ?? reason;
    return html`<li class="${status}"><b>${readerName(wordsOf(language), reader)}</b> ${words[status]}${why === undefined ? "" : html` <i>${reasonText(why)}</i>`}</li>`;
  })}</ul>`;
};

export const removedSentences = ({ report }: Inspection): Markup => {
  if (report.removed.length === 0) return html``;
  const { sections } = wordsOf(report.language);
  return html`<section class="removed"><h2>${uiWordsOf(report.language).removed}</h2><ul>
    ${report.removed.map(
      (removed) =>
        html`<li><s>${removed.text}</s> <i>${sections[removed.section]} · ${removalText(removed, report.language)}</i></li>`,
    )}
  </ul></section>`;
};

export const recordFooter = ({ report, versions, timingsMs, metadata }: Inspection): Markup => {
  const words = uiWordsOf(report.language);
  const timings = Object.entries(timingsMs).map(([name, ms]) => [name, write.quantity(ms)] as const);
  const details = Object.entries(metadata).map(([name, value]) => [name, asText(value)] as const);
  return html`<section class="record">
    <h2>${words.record}</h2>
    ${definitions(words.writer, [[report.language, report.writer]])}
    ${definitions(words.metadata, details)}
    ${definitions(words.versions, Object.entries(versions))}
    ${definitions(words.timings, timings)}
  </section>`;
};

const definitions = (title: string, entries: readonly (readonly [string, string])[]): Markup =>
  entries.length === 0
    ? html``
    : html`<div><h3>${title}</h3><p>${entries.map(([name, value]) => html`<span class="fact"><i>${name}</i> ${value}</span> `)}</p></div>`;

const asText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
