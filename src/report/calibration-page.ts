// Where a product's threshold comes from, on one self-contained page: the left-out scores of its good pictures, the
// threshold at its rate of false alarms and at others, and the pictures to look at.
import { html } from "hono/html";
import type { CalibratedRate, CalibratedView, Calibration } from "../domain/calibration.ts";
import type { Language } from "../domain/language.ts";
import type { Product } from "../domain/product.ts";
import { type CalibrationWords, calibrationWordsOf } from "./calibration-words.ts";
import { dotPlot } from "./dot-plot.ts";
import { htmlPage } from "./html-page.ts";
import { REPORT_STYLE } from "./html-style.ts";
import type { Markup } from "./html-verdict.ts";
import * as write from "./numbers.ts";

const STYLE = `
.dots { width: 100%; height: auto; font: 12px var(--sans); fill: var(--quiet); }
.dots .axis { stroke: var(--quiet); } .dots .limit { stroke: var(--fail); stroke-width: 2; stroke-dasharray: 6 4; }
.dots circle { fill: var(--accent); } .dots circle.beyond { fill: var(--fail); }
tr.current td { font-weight: 600; }
section .wide { margin: 12px 0; } section h2 ~ h2 { margin-top: 20px; }
`;
const MOST_NAMED = 10;

export const renderCalibration = async (
  { alpha, views }: Calibration,
  product: Product,
  language: Language,
): Promise<string> => {
  const words = calibrationWordsOf(language);
  return htmlPage({
    language,
    title: `${words.title} · ${product.names[language]}`,
    style: REPORT_STYLE + STYLE,
    body: html`<header>
  <p class="maker">Gumsa <span>검사</span></p>
  <h1>${words.title}: ${product.names[language]} (${product.id})</h1>
  <p class="quiet">${words.rate} = ${write.alpha(alpha)}</p>
</header>
${views.map((view) => viewSection(view, words))}`,
  });
};

const viewSection = (calibrated: CalibratedView, words: CalibrationWords): Markup => {
  const { view, good, current, model, inputLongEdgePx } = calibrated;
  const plotted = { limit: words.failsBeyond, axis: words.distance };
  return html`<section>
    <h2>${words.view} ${view} · ${words.good} ${good.length} · ${model.name}, ${inputLongEdgePx} px</h2>
    <p>${words.scores}</p>
    ${dotPlot({ values: good.map(({ distance }) => distance), limit: current.threshold, words: plotted })}
    ${ratesTable(calibrated, words)}
    <p class="quiet">${words.stays}</p>
    ${highestTable(calibrated, words)}
  </section>`;
};

/** The product's own rate among those that are always shown. */
const ratesTable = ({ current, rates }: CalibratedView, words: CalibrationWords): Markup => {
  const others = rates.filter(({ alpha }) => alpha !== current.alpha);
  const rows = [current, ...others].toSorted((a, b) => a.alpha - b.alpha);
  return html`<div class="wide"><table>
    <tr><th>${words.rate}</th><th class="number">${words.threshold}</th><th class="number">${words.bound}</th><th class="number">${words.needed}</th></tr>
    ${rows.map((rate) => rateRow(rate, { isCurrent: rate === current, words }))}
  </table></div>`;
};

const rateRow = (
  { alpha, threshold, falseAlarmBound, neededReferences }: CalibratedRate,
  { isCurrent, words }: { isCurrent: boolean; words: CalibrationWords },
): Markup => html`<tr class="${isCurrent ? "current" : ""}">
  <td>${write.alpha(alpha)}${isCurrent ? ` (${words.current})` : ""}</td>
  <td class="number">${threshold === undefined ? words.unreachable : write.quantity(threshold)}</td>
  <td class="number">${falseAlarmBound === undefined ? "–" : `${write.percent(falseAlarmBound)} %`}</td>
  <td class="number">${neededReferences}</td>
</tr>`;

const highestTable = ({ good }: CalibratedView, words: CalibrationWords): Markup => html`
  <h2>${words.highest}</h2>
  <div class="wide"><table>
    <tr><th>${words.picture}</th><th class="number">${words.distance}</th><th class="number">${words.place}</th></tr>
    ${good.slice(0, MOST_NAMED).map(({ fileName, distance, box }) => {
      const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(write.pixels);
      return html`<tr><td>${fileName}</td><td class="number">${write.quantity(distance)}</td><td class="number">${x}, ${y} · ${width} × ${height}</td></tr>`;
    })}
  </table></div>`;
