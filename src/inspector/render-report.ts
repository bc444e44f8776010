// A recorded inspection as a file, in the language in which it was written or in the other one.
import type { Inspection } from "../domain/inspection.ts";
import type { Language } from "../domain/language.ts";
import type { RenderOptions } from "./inputs.ts";
import { citedPages } from "../nodes/cited-pages.ts";
import { renderHtml } from "../report/html.ts";
import { renderMarkdown } from "../report/markdown.ts";
import { rephrased } from "../report/rephrased.ts";
import type { Parts } from "./parts.ts";
import { reportDocument } from "./report-pictures.ts";

export const renderReport = async (
  recorded: Inspection,
  { format, language = recorded.report.language }: RenderOptions,
  parts: Parts,
): Promise<Uint8Array> => {
  const inspection = await inLanguage(recorded, language, parts);
  if (format === "json") return asBytes(`${JSON.stringify(inspection, null, 2)}\n`);
  const document = await reportDocument(inspection, parts, { isForPaper: format !== "html" });
  if (format === "html") return asBytes(await renderHtml(document));
  if (format === "md") return asBytes(renderMarkdown(document));
  // Loaded late: fonts and the PDF library are needed by nothing else.
  return (await import("../report/pdf.ts")).renderPdf(document);
};

const inLanguage = async (inspection: Inspection, language: Language, parts: Parts): Promise<Inspection> => {
  if (language === inspection.report.language) return inspection;
  const product =
    inspection.product === null ? undefined : await parts.store.products.get(inspection.product);
  const pageText = await citedPages(inspection.evidence, (page) => parts.tools.readManualPage(page));
  const report = rephrased(inspection, language, {
    product: product ?? null,
    pageText,
  });
  return { ...inspection, report };
};

const asBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
