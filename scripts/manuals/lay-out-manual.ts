// Turns the words of a manual into a PDF of A4 pages. The same words give the same bytes: dates are fixed and
// pdfkit derives the file's id from them. Lines are wrapped at spaces only, as Korean print does; pdfkit by
// itself would break within a word.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import type { Chapter, ManualText, Section } from "./manual-text.ts";

type Pdf = InstanceType<typeof PDFDocument>;

const ISSUED = new Date("2025-11-03T00:00:00Z");
const MARGIN = { top: 84, bottom: 72, left: 68, right: 68 };
const BODY_PT = 11;
const LEADING_PT = 18.5;
const BULLET_INDENT_PT = 14;
const INK = "#1c2430";
const MUTED = "#66707d";
const ACCENT = "#1f5f8b";
const HAIRLINE = "#c9d0d8";

export const layOutManual = async (text: ManualText): Promise<Buffer> => {
  const pdf = new PDFDocument({
    size: "A4",
    margins: MARGIN,
    bufferPages: true,
    lang: text.language,
    displayTitle: true,
    info: { Title: text.title, Subject: text.subtitle, CreationDate: ISSUED, ModDate: ISSUED },
  });
  await registerFonts(pdf);
  const bytes = collect(pdf);
  drawTitleBlock(pdf, text);
  for (const chapter of text.chapters) drawChapter(pdf, chapter);
  drawHeadersAndFooters(pdf, text);
  pdf.end();
  return bytes;
};

const registerFonts = async (pdf: Pdf): Promise<void> => {
  const { resolve } = createRequire(import.meta.url);
  // The empty glyph of the space stands at the very end of the file, and fontkit reads a header behind it.
  const padding = Buffer.alloc(16);
  const font = async (name: string): Promise<Buffer> =>
    Buffer.concat([
      await readFile(resolve(`@expo-google-fonts/nanum-gothic/${name}/NanumGothic_${name}.ttf`)),
      padding,
    ]);
  pdf.registerFont("regular", await font("400Regular"));
  pdf.registerFont("bold", await font("700Bold"));
};

const collect = (pdf: Pdf): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.on("error", reject);
  });

const drawTitleBlock = (pdf: Pdf, text: ManualText): void => {
  pdf.rect(MARGIN.left, pdf.y, 42, 4).fill(ACCENT);
  pdf.y += 22;
  drawLine(pdf, text.title, { font: "bold", sizePt: 26, colour: INK, leadingPt: 36 });
  drawLine(pdf, text.subtitle, { font: "regular", sizePt: 13, colour: MUTED, leadingPt: 34 });
  for (const { label, value } of text.particulars) {
    const y = pdf.y;
    pdf.font("bold").fontSize(9.5).fillColor(MUTED).text(label, MARGIN.left, y, { lineBreak: false });
    pdf
      .font("regular")
      .fillColor(INK)
      .text(value, MARGIN.left + 120, y, { lineBreak: false });
    pdf.y = y + 16;
  }
  drawHairline(pdf, pdf.y + 8);
  pdf.y += 18;
};

const drawChapter = (pdf: Pdf, { heading, sections }: Chapter): void => {
  // A chapter's heading never ends a page. A section's may, as in many a manual of a customer.
  makeRoom(pdf, 3 * LEADING_PT + 44);
  pdf.y += 16;
  pdf.outline.addItem(heading);
  drawLine(pdf, heading, { font: "bold", sizePt: 15.5, colour: ACCENT, leadingPt: 26 });
  for (const section of sections) drawSection(pdf, section);
};

const drawSection = (pdf: Pdf, { heading, bullets }: Section): void => {
  makeRoom(pdf, 28);
  pdf.y += 6;
  drawLine(pdf, heading, { font: "bold", sizePt: 11.5, colour: INK, leadingPt: 21 });
  for (const bullet of bullets) drawBullet(pdf, bullet);
  pdf.y += 4;
};

const drawBullet = (pdf: Pdf, sentence: string): void => {
  pdf.font("regular").fontSize(BODY_PT);
  const lines = wrapAtSpaces(pdf, sentence, bodyWidthPt(pdf) - BULLET_INDENT_PT);
  makeRoom(pdf, lines.length * LEADING_PT);
  for (const [index, line] of lines.entries()) {
    const y = pdf.y;
    if (index === 0) pdf.fillColor(INK).text("•", MARGIN.left + 2, y, { lineBreak: false });
    pdf.text(line, MARGIN.left + BULLET_INDENT_PT, y, { lineBreak: false });
    pdf.y = y + LEADING_PT;
  }
};

const drawHeadersAndFooters = (pdf: Pdf, text: ManualText): void => {
  const { count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    pdf.switchToPage(index);
    // Text below the bottom margin would otherwise open a new page.
    pdf.page.margins.bottom = 0;
    const aligned = { width: bodyWidthPt(pdf), lineBreak: false };
    pdf.font("regular").fontSize(8.5).fillColor(MUTED);
    pdf.text(`${text.documentNumber} · ${text.revision}`, MARGIN.left, 44, aligned);
    pdf.text(text.title, MARGIN.left, 44, { ...aligned, align: "right" });
    drawHairline(pdf, 60);
    pdf.text(`${index + 1} / ${count}`, MARGIN.left, pdf.page.height - 48, { ...aligned, align: "center" });
  }
};

interface LineStyle {
  readonly font: "regular" | "bold";
  readonly sizePt: number;
  readonly colour: string;
  readonly leadingPt: number;
}

const drawLine = (pdf: Pdf, line: string, { font, sizePt, colour, leadingPt }: LineStyle): void => {
  const y = pdf.y;
  pdf.font(font).fontSize(sizePt).fillColor(colour).text(line, MARGIN.left, y, { lineBreak: false });
  pdf.y = y + leadingPt;
};

const drawHairline = (pdf: Pdf, y: number): void => {
  pdf
    .moveTo(MARGIN.left, y)
    .lineTo(pdf.page.width - MARGIN.right, y)
    .lineWidth(0.6)
    .stroke(HAIRLINE);
};

const makeRoom = (pdf: Pdf, heightPt: number): void => {
  if (pdf.y + heightPt > pdf.page.height - MARGIN.bottom) pdf.addPage();
};

const wrapAtSpaces = (pdf: Pdf, text: string, widthPt: number): string[] => {
  const lines: string[] = [];
  let line = "";
  // A number stays with its unit.
  for (const word of text.split(/(?<!\d) /u)) {
    const longer = line === "" ? word : `${line} ${word}`;
    const fits = pdf.widthOfString(longer) <= widthPt;
    if (!fits) lines.push(line);
    line = fits ? longer : word;
  }
  return [...lines, line];
};

const bodyWidthPt = (pdf: Pdf): number => pdf.page.width - MARGIN.left - MARGIN.right;
