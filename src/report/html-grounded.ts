// Boxes for phrases: outlines over the picture, and a table that says what each is of.
import { html } from "hono/html";
import type { Inspection } from "../domain/inspection.ts";
import type { ReportDocument } from "./document.ts";
import { phraseName } from "./grounded.ts";
import { type Markup, chip } from "./html-verdict.ts";
import * as write from "./numbers.ts";
import { type PictureSize, placeOf } from "./place.ts";
import { evidenceOfKind, type EvidenceOf } from "./plan-evidence.ts";
import { uiWordsOf } from "./ui-words.ts";
import { wordsOf } from "./words-of.ts";

/** In per cent, so that they follow the picture's shown size. */
export const groundedMarks = (inspection: Inspection): Markup | "" => {
  const picture = inspection.images[0]?.image;
  if (picture === undefined) return "";
  return html`${evidenceOfKind(inspection, "grounded").map((item) => mark(item, picture))}`;
};

const mark = (
  { id, box, words, isSupported }: EvidenceOf<"grounded">,
  { widthPx, heightPx }: PictureSize,
): Markup => {
  const [left, top] = [share(box.x, widthPx), share(box.y, heightPx)];
  const [width, height] = [share(box.width, widthPx), share(box.height, heightPx)];
  const look = isSupported ? "supported" : "unsupported";
  return html`<span class="grounded ${look}" title="${id} ${words}" style="left:${left}%;top:${top}%;width:${width}%;height:${height}%"><b>${id}</b></span>`;
};

const share = (part: number, whole: number): string => ((100 * part) / whole).toFixed(2);

export const groundedTable = ({ inspection, product }: ReportDocument): Markup => {
  const { images, report } = inspection;
  const words = uiWordsOf(report.language);
  const boxes = evidenceOfKind(inspection, "grounded");
  const picture = images[0]?.image;
  if (boxes.length === 0 || picture === undefined) return html``;
  const row = (item: EvidenceOf<"grounded">): Markup => {
    const { id, box, likeness, threshold, pValue, isSupported } = item;
    const [own, limit] = write.distancePair(likeness, threshold);
    const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(write.pixels);
    return html`<tr>
      <td>${chip(id)} ${phraseName(item, product, report.language)}</td>
      <td>${wordsOf(report.language).places[placeOf(box, picture)]}</td>
      <td class="number">${x}, ${y} · ${width} × ${height}</td>
      <td class="number">${own} (${limit})</td>
      <td class="number">${write.pValue(pValue)}</td>
      <td><span class="key ${isSupported ? "supported" : "unsupported"}"></span>${isSupported ? words.supported : words.unsupported}</td>
    </tr>`;
  };
  return html`<section><h2>${words.grounded}</h2><div class="wide"><table>
    <thead><tr><th>${words.phrase}</th><th>${words.place}</th><th class="number">${words.box}</th><th class="number">${words.likeness}</th><th class="number">${words.pValueScale}</th><th>${words.anomalyMap}</th></tr></thead>
    <tbody>${boxes.map(row)}</tbody>
  </table></div></section>`;
};
