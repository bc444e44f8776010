// PDFs for the tests: the sample manuals as they are shipped, and small ones drawn on the spot.
import { readFile } from "node:fs/promises";
import PDFDocument from "pdfkit";
import { createBench } from "../../inference/bench.ts";
import type { PdfFile, ReadRun } from "../read-pdf.ts";

/** Runs jobs on the spot: no test but that of the threads themselves waits for a thread to start. */
export const HERE: ReadRun = { jobs: { do: (job, input) => job.run(input, createBench()) } };

export const sampleManual = async (fileName: string): Promise<PdfFile> => ({
  fileName,
  bytes: new Uint8Array(await readFile(new URL(`../../../manuals/${fileName}`, import.meta.url))),
});

type Pdf = InstanceType<typeof PDFDocument>;
type PdfOptions = ConstructorParameters<typeof PDFDocument>[0];

export const drawPdf = async (draw: (pdf: Pdf) => void, options: PdfOptions = {}): Promise<PdfFile> => {
  const pdf = new PDFDocument(options);
  const chunks: Buffer[] = [];
  const isWritten = new Promise((resolve) => pdf.on("end", resolve));
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  draw(pdf);
  pdf.end();
  await isWritten;
  return { fileName: "drawn.pdf", bytes: new Uint8Array(Buffer.concat(chunks)) };
};

/** One page for each list of lines. */
export const pdfOfPages = (
  pages: readonly (readonly string[])[],
  options: PdfOptions = {},
): Promise<PdfFile> =>
  drawPdf(
    (pdf) => {
      for (const lines of pages) {
        pdf.addPage();
        for (const line of lines) pdf.text(line);
      }
    },
    { ...options, autoFirstPage: false },
  );
