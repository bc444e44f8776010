// One self-contained page of a run: figures with intervals and counts, charts, worst misses, and the record.
import { html } from "hono/html";
import type { Language } from "../../src/domain/language.ts";
import { htmlPage } from "../../src/report/html-page.ts";
import type { RunResult } from "../record.ts";
import type { Suite } from "../suite.ts";
import { evalWords } from "../words.ts";
import { figureTable, groupTables } from "./figures.ts";
import { brokenTable, recordFacts } from "./record.ts";
import { chartsOf, othersOf, warningsOf } from "./sections.ts";
import { EVALUATION_STYLE } from "./style.ts";

export const evaluationPage = async (
  result: RunResult,
  suite: Suite,
  language: Language,
): Promise<string> => {
  const { record, sections } = result;
  const laidOut = new Set(sections.flatMap((section) => (section.kind === "matrix" ? [section.rows] : [])));
  const words = evalWords(language);
  const title = `${words.title}: ${suite.name} · ${record.dataset.name}`;
  return htmlPage({
    language,
    title,
    style: EVALUATION_STYLE,
    body: html`<header><p class="maker">Gumsa</p><h1>${title}</h1><p class="quiet">${suite.describes[language]}</p></header>
${warningsOf(sections, language)}
${figureTable(record, suite, language)}
${await chartsOf(sections, language)}
${groupTables(record, suite, { language, but: laidOut })}
${othersOf(result, suite, language)}
${brokenTable(record, language)}
${recordFacts(record, language)}`,
  });
};
