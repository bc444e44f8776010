// The top of the page: what was decided, told by colour, word and shape at once, and how near it was.
import { html, raw } from "hono/html";
import type { Inspection } from "../domain/inspection.ts";
import type { VerdictKind } from "../domain/verdict.ts";
import { severityText } from "./headline.ts";
import * as write from "./numbers.ts";
import type { EvidenceOf } from "./plan-evidence.ts";
import { distanceScale, pValueScale } from "./scale.ts";
import { type UiWords, uiWordsOf } from "./ui-words.ts";
import { wordsOf } from "./words-of.ts";

export type Markup = ReturnType<typeof html>;

export const verdictBanner = ({ verdict, report }: Inspection): Markup => html`
  <section class="verdict ${verdict.kind}">
    ${raw(SHAPES[verdict.kind])}
    <div>
      <p class="word">${wordsOf(report.language).verdicts[verdict.kind]}</p>
      <p>${report.summary?.text ?? report.sections.status[0]?.text ?? ""}</p>
      ${headline(report)}
    </div>
  </section>`;

/** How far beyond the limit, and who acts next. */
const headline = ({ severity, next, language }: Inspection["report"]): Markup => {
  const words = uiWordsOf(language);
  return html`<dl class="headline">
    ${severity === undefined ? "" : html`<div><dt>${words.severity}</dt><dd>${severityText(severity, language)}</dd></div>`}
    ${next === undefined ? "" : html`<div><dt>${words.next}</dt><dd><b>${words[next.who]}</b> ${next.text} ${next.evidence.map(chip)}</dd></div>`}
  </dl>`;
};

/** The two scales of each anomaly test; nothing where none ran. */
export const measurements = ({ evidence, report, verdict }: Inspection): Markup => {
  const words = uiWordsOf(report.language);
  const tests = evidence.filter((entry): entry is EvidenceOf<"anomaly"> => entry.kind === "anomaly");
  if (tests.length === 0) return html``;
  return html`<section class="measure ${verdict.kind}" aria-label="${words.measure}">
    ${tests.map((test) => html`${pValueStrip(test, words)}${distanceStrip(test, words)}`)}
  </section>`;
};

const pValueStrip = ({ id, pValue, alpha }: EvidenceOf<"anomaly">, words: UiWords): Markup => {
  const { at, ticks } = pValueScale(pValue, alpha);
  return html`<figure class="scale">
    <figcaption><b>${words.pValueScale}</b> ${chip(id)}</figcaption>
    <div class="strip">
      <span class="zone" style="width:${at(alpha)}%"><em>${words.suspicious}</em></span>
      ${ticks.map((tick) => html`<span class="tick" style="left:${at(tick)}%"><i>${tick}</i></span>`)}
      <span class="limit" style="left:${at(alpha)}%"></span>
      <span class="mark" style="left:${at(pValue)}%"></span>
    </div>
    ${legend([
      ["mark", words.thisPicture, write.pValueBeside(pValue, alpha)],
      ["limit", words.significance, write.alpha(alpha)],
    ])}
  </figure>`;
};

const distanceStrip = (test: EvidenceOf<"anomaly">, words: UiWords): Markup => {
  const { id, distance, threshold, highestGood } = test;
  const at = distanceScale([distance, highestGood, threshold ?? 0]);
  const [own, limit] = write.distancePair(distance, threshold ?? highestGood);
  const hasThreshold = threshold !== undefined;
  return html`<figure class="scale">
    <figcaption><b>${words.distanceScale}</b> ${chip(id)}</figcaption>
    <div class="strip">
      ${hasThreshold ? html`<span class="zone far" style="left:${at(threshold)}%"><em>${words.suspicious}</em></span>` : ""}
      <span class="tick" style="left:0%"><i>0</i></span>
      <span class="good" style="left:${at(highestGood)}%"></span>
      ${hasThreshold ? html`<span class="limit" style="left:${at(threshold)}%"></span>` : ""}
      <span class="mark" style="left:${at(distance)}%"></span>
    </div>
    ${legend([
      ["mark", words.thisPicture, own],
      ...(hasThreshold ? [["limit", words.threshold, limit] as const] : []),
      ["good", words.highestGood, write.quantity(highestGood)],
    ])}
  </figure>`;
};

const legend = (entries: readonly (readonly [shape: string, name: string, value: string])[]): Markup =>
  html`<p class="legend">
    ${entries.map(([shape, name, value]) => html`<span><span class="key ${shape}"></span>${name} <b>${value}</b></span>`)}
  </p>`;

/** A link to a row of the evidence table. */
export const chip = (id: string): Markup => html`<a class="chip" href="#evidence-${id}">${id}</a>`;

// A ring with a tick, an octagon with a cross, a rhombus with a question mark, a square with a turning arrow.
const shape = (outline: string, sign: string): string =>
  `<svg class="shape" viewBox="0 0 48 48" aria-hidden="true">${outline}<path class="sign" d="${sign}"/></svg>`;

const SHAPES: Readonly<Record<VerdictKind, string>> = {
  pass: shape('<circle cx="24" cy="24" r="22"/>', "M14 25l7 7 13-15"),
  fail: shape('<path d="M15 2h18l13 13v18L33 46H15L2 33V15z"/>', "M16 16l16 16M32 16L16 32"),
  review: shape(
    '<path d="M24 1l23 23-23 23L1 24z"/>',
    "M18.5 19a5.5 5.5 0 1 1 8 5c-2 1-2.500 2-2.500 4M24 33v.5",
  ),
  retake: shape(
    '<rect x="3" y="3" width="42" height="42" rx="6"/>',
    "M34 24a10 10 0 1 1-3.500-7.600M32 10v7h-7",
  ),
};
