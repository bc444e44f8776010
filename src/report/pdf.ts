// The report on paper: A4, vector text in an embedded open font (Nanum Gothic), no browser. The same content as the
// page, in the order in which a reader who was handed it asks: what, why, where, on what grounds.
import { caseCaption, cropCaption, pageCaption } from "./captions.ts";
import { pictureOf, type ReportDocument } from "./document.ts";
import { drawFinding, drawRow, heading } from "./pdf/pictures.ts";
import { drawRecord, drawRemoved } from "./pdf/record.ts";
import { drawScales } from "./pdf/scales.ts";
import { drawSections } from "./pdf/sections.ts";
import { closeSheet, openSheet, type Sheet } from "./pdf/sheet.ts";
import { drawEvidenceTable, drawGroundedTable, drawRegionTable } from "./pdf/tables.ts";
import { drawHeader, drawVerdict } from "./pdf/verdict.ts";
import { uiWordsOf } from "./ui-words.ts";
import { wordsOf } from "./words-of.ts";

export const renderPdf = async (document: ReportDocument): Promise<Uint8Array> => {
  const { inspection, product } = document;
  const { report, id, verdict, createdAt } = inspection;
  const words = uiWordsOf(report.language);
  const info = {
    title: `${words.title} · ${wordsOf(report.language).verdicts[verdict.kind]} · ${id}`,
    foot: `Gumsa · ${words.title} · ${id}`,
    language: report.language,
    createdAt: new Date(createdAt),
  };
  const sheet = await openSheet(info);
  drawHeader(sheet, inspection, product);
  drawVerdict(sheet, inspection);
  drawScales(sheet, inspection);
  drawFindings(sheet, document);
  drawSections(sheet, report);
  drawGrounds(sheet, document);
  heading(sheet, words.evidence);
  drawEvidenceTable(sheet, inspection);
  drawRemoved(sheet, inspection);
  drawRecord(sheet, inspection);
  return closeSheet(sheet, info);
};

const drawFindings = (sheet: Sheet, { inspection: { report }, pictures }: ReportDocument): void => {
  const words = uiWordsOf(report.language);
  const shown = [
    [pictures.overlay, words.overlay],
    [pictures.source, words.source],
    [pictures.heatMap, words.heatMap],
  ] as const;
  const [main, ...beside] = shown.flatMap(([picture, caption]) => (picture ? [{ picture, caption }] : []));
  if (main) drawFinding(sheet, main, beside);
};

/** Regions, known cases and cited pages, as far as there are pictures of them. */
const drawGrounds = (sheet: Sheet, document: ReportDocument): void => {
  const { inspection, product } = document;
  const words = uiWordsOf(inspection.report.language);
  if (inspection.regions.length > 0) {
    heading(sheet, words.regions, 150);
    const crops = inspection.regions.flatMap((_, index) => {
      const picture = document.pictures.crops?.[index];
      return picture ? [{ picture, caption: cropCaption(document, index) }] : [];
    });
    drawRow(sheet, crops, { height: 104, columns: 4 });
    drawRegionTable(sheet, inspection, product);
  }
  if (inspection.evidence.some(({ kind }) => kind === "grounded")) {
    heading(sheet, words.grounded, 80);
    drawGroundedTable(sheet, inspection, product);
  }
  const cases = inspection.evidence.filter((item) => item.kind === "similar");
  const thumbnails = cases.flatMap((item) =>
    pictureOf(document.pictures.cases, item.id, (picture) => ({
      picture,
      caption: caseCaption(document, item),
    })),
  );
  if (thumbnails.length > 0) {
    heading(sheet, words.similarCases, 140);
    drawRow(sheet, thumbnails, { height: 76, columns: 6 });
  }
  const pages = inspection.evidence
    .filter((item) => item.kind === "manual")
    .flatMap((item) =>
      pictureOf(document.pictures.pages, item.id, (picture) => ({
        picture,
        caption: pageCaption(document, item),
      })),
    );
  if (pages.length > 0) {
    heading(sheet, words.manualPages, 140);
    drawRow(sheet, pages, { height: 138, columns: 1 }); // strips as wide as their pages
  }
};
