// A manual of any length: each page has a heading, a paragraph and a bullet with a word that stands on no other page.
import PDFDocument from "pdfkit";

export const longManual = (pages: number, name: string): Promise<Uint8Array> => {
  const pdf = new PDFDocument({ autoFirstPage: false });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const isWritten = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on("error", reject);
  });
  for (let page = 1; page <= pages; page++) {
    pdf.addPage();
    pdf
      .fontSize(16)
      .text(`${page}. Causes of the finding ${wordOf(name, page)}`)
      .moveDown();
    pdf.fontSize(11).text(PARAGRAPH).moveDown();
    pdf.text(`• Turn the adjusting screw ${wordOf(name, page)} by ${page} degrees.`);
  }
  pdf.end();
  return isWritten;
};

export const wordOf = (name: string, page: number): string => `${name}${letters(page)}`;

const PARAGRAPH =
  "The surface is marked where the part leaves the die before it is cold. Keep the die closed for the time that the table gives, and see that both halves are equally warm. ".repeat(
    5,
  );

/** Letters only: digits would make numbers of the words. */
const letters = (page: number): string =>
  String(page).replace(/\d/gu, (digit) => String.fromCharCode(97 + Number(digit)));
