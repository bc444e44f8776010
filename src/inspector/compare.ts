import type { Comparison, WriterDifference, WrittenReport } from "../domain/comparison.ts";
import { SECTIONS, type Sentence } from "../domain/report.ts";
import type { Inspector } from "./contract.ts";
import { modelName } from "./model-name.ts";
import type { Parts } from "./parts.ts";
import { recorded } from "./recorded.ts";
import { rewrite } from "./rewrite.ts";
import { resolvedWriter } from "./writers.ts";

/** One writer after the other: side by side they would slow each other, and their times would mean nothing. */
export const compareOf =
  (parts: Parts): Inspector["compare"] =>
  async ({ inspection: id, writers, language }, { signal } = {}) => {
    const { inspection, product } = await recorded(id, parts);
    const asked = language ?? inspection.report.language;
    const reports: WrittenReport[] = [];
    for (const name of writers) {
      const writer = modelName(await resolvedWriter(name, parts));
      const { report, durationMs } = await rewrite(inspection, {
        writer,
        language: asked,
        product,
        tools: parts.tools,
        chat: parts.chat,
        signal,
      });
      reports.push({ writer, report, durationMs });
    }
    return { inspection: id, language: asked, reports, differences: differencesOf(reports) };
  };

const differencesOf = ([first, ...others]: readonly WrittenReport[]): Comparison["differences"] =>
  first ? others.map((other) => differenceOf(other, first)) : [];

const differenceOf = (here: WrittenReport, there: WrittenReport): WriterDifference => {
  const [ours, theirs] = [sentencesOf(here), sentencesOf(there)];
  const cited = new Set(ours.flatMap(({ evidence }) => evidence));
  return {
    writer: here.writer,
    against: there.writer,
    onlyHere: without(ours, theirs),
    onlyThere: without(theirs, ours),
    evidenceLeftOut: [...new Set(theirs.flatMap(({ evidence }) => evidence))].filter((id) => !cited.has(id)),
  };
};

const sentencesOf = ({ report: { sections } }: WrittenReport): Sentence[] =>
  SECTIONS.flatMap((section) => sections[section]);

const without = (sentences: readonly Sentence[], others: readonly Sentence[]): Sentence[] => {
  const texts = new Set(others.map(({ text }) => text));
  return sentences.filter(({ text }) => !texts.has(text));
};
