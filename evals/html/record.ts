import { html } from "hono/html";
import type { Language } from "../../src/domain/language.ts";
import type { RunRecord } from "../record.ts";
import { evalWords } from "../words.ts";
import type { Markup } from "./figures.ts";

export const brokenTable = ({ broken }: RunRecord, language: Language): Markup => {
  const words = evalWords(language);
  if (broken.length === 0) return html``;
  return html`<section><h2>${words.broken} (${broken.length})</h2><table>
    <thead><tr><th>${words.file}</th><th>${words.reason}</th></tr></thead>
    <tbody>${broken.map(({ file, message }) => html`<tr><td>${file}</td><td>${message}</td></tr>`)}</tbody>
  </table></section>`;
};

export const recordFacts = (record: RunRecord, language: Language): Markup => {
  const words = evalWords(language);
  const { dataset, machine } = record;
  const facts: (readonly [string, string])[] = [
    [words.dataset, `${dataset.name}, ${words.files(dataset.files)}, SHA-256 ${dataset.sha256}`],
    [words.settings, JSON.stringify(record.settings)],
    [words.seed, String(record.seed)],
    [words.version, [record.gumsa, record.commit ?? ""].filter(Boolean).join(" · ")],
    ...Object.entries(record.versions),
    [
      words.machine,
      `${machine.processor}, ${words.cores(machine.cores)}, ${words.workers(record.workers)}, ${(machine.memoryBytes / 1e9).toFixed(1)} GB, ${machine.system}, Node ${machine.node}`,
    ],
    [words.started, record.startedAt],
    [words.ended, record.endedAt],
  ];
  return html`<section class="record"><h2>${words.recordOf}</h2><table>
    <tbody>${facts.map(([name, value]) => html`<tr><th>${name}</th><td class="id">${value}</td></tr>`)}</tbody>
  </table></section>`;
};
