// The pictures that show the finding, with the regions numbered as the sentences number them.
import { html } from "hono/html";
import type { Inspection } from "../domain/inspection.ts";
import type { Region } from "../domain/region.ts";
import { caseCaption, cropCaption, pageCaption } from "./captions.ts";
import { type PictureData, pictureOf, type ReportDocument, type ReportPictures } from "./document.ts";
import { groundedMarks } from "./html-grounded.ts";
import { chip, type Markup } from "./html-verdict.ts";
import * as write from "./numbers.ts";
import { type PictureSize, placeOf } from "./place.ts";
import { type UiWords, uiWordsOf } from "./ui-words.ts";
import { wordsOf } from "./words-of.ts";

export const pictureSection = (inspection: Inspection, pictures: ReportPictures): Markup => {
  const words = uiWordsOf(inspection.report.language);
  const { source, overlay, heatMap } = pictures;
  const main = overlay ?? source;
  if (main === undefined) return html``;
  const beside = [
    overlay === undefined ? "" : figure(source, words.source),
    figure(heatMap, words.heatMap),
  ].filter((markup) => markup !== "");
  return html`<section class="pictures">
    <div class="${beside.length > 0 ? "pair" : ""}">
      ${figure(main, overlay === undefined ? words.source : words.overlay, html`${groundedMarks(inspection)}${marks(inspection)}`)}
      ${beside.length > 0 ? html`<div class="beside">${beside}</div>` : ""}
    </div>
  </section>`;
};

export const sideBySideSection = ({ report }: Inspection, { sideBySide }: ReportPictures): Markup =>
  sideBySide === undefined
    ? html``
    : html`<section class="pictures">${figure(sideBySide, uiWordsOf(report.language).sideBySide)}</section>`;

export const regionTable = (document: ReportDocument): Markup => {
  const { inspection, product } = document;
  const { regions, images, report } = inspection;
  const words = uiWordsOf(report.language);
  const picture = images[0]?.image;
  if (regions.length === 0 || picture === undefined) return html``;
  const nameOf = (code: string | undefined): string =>
    product?.types.find((type) => type.code === code)?.names[report.language] ?? code ?? "";
  const row = (region: Region, index: number): Markup => html`<tr>
    <td><span class="badge">${index + 1}</span> ${nameOf(region.label)}</td>
    <td>${wordsOf(report.language).places[placeOf(region, picture)]}</td>
    <td class="number">${boxText(region)}</td>
    <td class="number">${write.pixels(region.areaPx)}</td>
    <td class="number">${write.quantity(region.distance)}</td>
    <td class="number">${write.pValue(region.pValue)}</td>
    <td>${region.supportedBy.map(chip)}</td>
  </tr>`;
  return html`<section><h2>${words.regions}</h2>${cropGallery(document)}<div class="wide"><table>
    <thead><tr>${regionHeadings(words)}</tr></thead>
    <tbody>${regions.map(row)}</tbody>
  </table></div></section>`;
};

/** The regions from near, beside the table that lists them. */
const cropGallery = (document: ReportDocument): Markup =>
  gallery(
    document.inspection.regions.flatMap((_, index) => {
      const picture = document.pictures.crops?.[index];
      return picture ? [{ picture, caption: cropCaption(document, index) }] : [];
    }),
  );

export const caseGallery = (document: ReportDocument): Markup => {
  const { evidence, report } = document.inspection;
  const shown = evidence
    .filter((item) => item.kind === "similar")
    .flatMap((item) =>
      pictureOf(document.pictures.cases, item.id, (picture) => ({
        picture,
        caption: caseCaption(document, item),
      })),
    );
  return titled(uiWordsOf(report.language).similarCases, shown);
};

export const pageGallery = (document: ReportDocument): Markup => {
  const { evidence, report } = document.inspection;
  const shown = evidence
    .filter((item) => item.kind === "manual")
    .flatMap((item) =>
      pictureOf(document.pictures.pages, item.id, (picture) => ({
        picture,
        caption: pageCaption(document, item),
      })),
    );
  return titled(uiWordsOf(report.language).manualPages, shown, "gallery strips");
};

interface Captioned {
  readonly picture: PictureData;
  readonly caption: string;
}

const titled = (title: string, shown: readonly Captioned[], look?: string): Markup =>
  shown.length === 0 ? html`` : html`<section><h2>${title}</h2>${gallery(shown, look)}</section>`;

const gallery = (shown: readonly Captioned[], look = "gallery"): Markup =>
  shown.length === 0
    ? html``
    : html`<div class="${look}">${shown.map(({ picture, caption }) => figure(picture, caption))}</div>`;

const regionHeadings = (words: UiWords): readonly Markup[] => [
  html`<th>#</th><th>${words.place}</th><th class="number">${words.box}</th><th class="number">${words.area}</th>`,
  html`<th class="number">${words.distanceScale}</th><th class="number">${words.pValueScale}</th><th>${words.evidence}</th>`,
];

const boxText = ({ x, y, width, height }: Region): string =>
  `${write.pixels(x)}, ${write.pixels(y)} · ${write.pixels(width)} × ${write.pixels(height)}`;

const figure = (picture: PictureData | undefined, caption: string, over: Markup | "" = ""): Markup | "" => {
  if (picture === undefined) return "";
  const address = `data:${picture.mime};base64,${Buffer.from(picture.bytes).toString("base64")}`;
  return html`<figure><div class="frame"><img alt="${caption}" src="${address}">${over}</div><figcaption>${caption}</figcaption></figure>`;
};

/** Thin outlines with numbers, placed in per cent so that they follow the picture's shown size. */
const marks = ({ regions, images }: Inspection): Markup | "" => {
  const picture = images[0]?.image;
  if (picture === undefined) return "";
  return html`${regions.map((region, index) => {
    const { left, top, width, height } = shares(region, picture);
    return html`<span class="region" style="left:${left}%;top:${top}%;width:${width}%;height:${height}%"><b>${index + 1}</b></span>`;
  })}`;
};

const shares = ({ x, y, width, height }: Region, { widthPx, heightPx }: PictureSize) => ({
  left: share(x, widthPx),
  top: share(y, heightPx),
  width: share(width, widthPx),
  height: share(height, heightPx),
});

const share = (part: number, whole: number): string => ((100 * part) / whole).toFixed(2);
