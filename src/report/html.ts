// The report as one page. Everything that is not our own markup is escaped by the `html` tag.
import { html } from "hono/html";
import type { Inspection } from "../domain/inspection.ts";
import type { Product } from "../domain/product.ts";
import { SECTIONS, type Section } from "../domain/report.ts";
import type { ReportDocument } from "./document.ts";
import { groundedTable } from "./html-grounded.ts";
import { htmlPage } from "./html-page.ts";
import { caseGallery, pageGallery, pictureSection, regionTable, sideBySideSection } from "./html-pictures.ts";
import { conditions, evidenceTable, recordFooter, removedSentences } from "./html-record.ts";
import { REPORT_STYLE } from "./html-style.ts";
import { chip, type Markup, measurements, verdictBanner } from "./html-verdict.ts";
import { instant } from "./instant.ts";
import { quotedLines } from "./quoted-lines.ts";
import { uiWordsOf } from "./ui-words.ts";
import { wordsOf } from "./words-of.ts";
import { writerNote } from "./writer-note.ts";

export const renderHtml = async (document: ReportDocument): Promise<string> => {
  const { inspection, product, pictures } = document;
  const { report, id, verdict } = inspection;
  const words = uiWordsOf(report.language);
  return htmlPage({
    language: report.language,
    title: `${wordsOf(report.language).verdicts[verdict.kind]} · ${words.title} · ${id}`,
    style: REPORT_STYLE,
    body: html`${header(inspection, product)}
${verdictBanner(inspection)}
${measurements(inspection)}
${pictureSection(inspection, pictures)}
${reportSections(inspection)}
${sideBySideSection(inspection, pictures)}
${regionTable(document)}
${groundedTable(document)}
${caseGallery(document)}
${pageGallery(document)}
${evidenceTable(inspection)}
${conditions(inspection)}
${removedSentences(inspection)}
${recordFooter(inspection)}`,
  });
};

const header = ({ id, createdAt, images, report }: Inspection, product: Product | null): Markup => {
  const words = uiWordsOf(report.language);
  const name = product === null ? words.noProduct : `${product.names[report.language]} (${product.id})`;
  const files = images.map(({ fileName, image }) => `${fileName} (${image.widthPx} × ${image.heightPx} px)`);
  return html`<header>
    <p class="maker">Gumsa <span>검사</span></p>
    <h1>${words.title}</h1>
    <dl>
      <div><dt>${words.product}</dt><dd>${name}</dd></div>
      <div><dt>${words.files}</dt><dd>${files.join(", ")}</dd></div>
      <div><dt>${words.asOf}</dt><dd><time datetime="${createdAt}">${instant(createdAt)}</time></dd></div>
      <div><dt>${words.inspection}</dt><dd class="id">${id}</dd></div>
    </dl>
  </header>`;
};

/** With the evidence behind the last line. */
const inLines = (text: string, evidence: Markup): Markup => {
  const [first = "", ...bullets] = quotedLines(text);
  const last = bullets.pop();
  if (last === undefined) return html`${first} ${evidence}`;
  const bullet = (line: string | Markup): Markup => html`<span class="bullet">${line}</span>`;
  return html`${first}${bullets.map(bullet)}${bullet(html`${last} ${evidence}`)}`;
};

const reportSections = ({ report }: Inspection): Markup => {
  const { sections } = wordsOf(report.language);
  const block = (section: Section): Markup => html`<section class="section" id="${section}">
    <h2>${sections[section]}</h2>
    <ul>${report.sections[section].map(
      ({ text, evidence }) =>
        html`<li>${inLines(text, html`<span class="chips">${evidence.map(chip)}</span>`)}</li>`,
    )}</ul>
  </section>`;
  const note = writerNote(report);
  return html`<article aria-label="${uiWordsOf(report.language).report}">${SECTIONS.map(block)}
    ${note === undefined ? "" : html`<p class="quiet">${note}</p>`}</article>`;
};
