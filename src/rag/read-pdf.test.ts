import { describe, expect, it } from "vitest";
import { JobPool } from "../inference/job-pool.ts";
import { type PdfFile, readPdf } from "./read-pdf.ts";
import { drawPdf, HERE, pdfOfPages, sampleManual } from "./testing/pdfs.ts";

const read = (file: PdfFile): Promise<string[]> => readPdf(file, HERE);

describe("readPdf", () => {
  it("gives the text of every page, Korean too", async () => {
    const pages = await read(await sampleManual("casting-ko.pdf"));
    expect(pages).toHaveLength(5);
    expect(pages[1]).toContain("• 모래 코어의 수분이 0.3 %를 넘어 주탕하는 동안 수증기가 나온다.");
  });

  it("keeps the count where a page in the middle or at the end is empty", async () => {
    const pages = await read(await pdfOfPages([["first page"], [], ["third page"], []]));
    expect(pages).toEqual(["first page", "", "third page", ""]);
  });

  it("leaves no control character but the line's end and the tab between cells", async () => {
    const pages = await read(await sampleManual("casting-en.pdf"));
    expect(pages.join("")).not.toMatch(/[^\P{Cc}\n\t]/u);
  });

  it("names a PDF with a password", async () => {
    const file = await pdfOfPages([["secret"]], { userPassword: "opensesame" });
    await expect(read(file)).rejects.toMatchObject({
      code: "manual_encrypted",
      message: expect.stringContaining("drawn.pdf"),
      hint: expect.stringContaining("qpdf --decrypt"),
    });
  });

  it("reads a PDF whose password only restricts printing", async () => {
    const file = await pdfOfPages([["open to all"]], { ownerPassword: "owner", permissions: {} });
    expect(await read(file)).toEqual(["open to all"]);
  });

  it("names a PDF with only a drawing", async () => {
    const file = await drawPdf((pdf) => pdf.rect(100, 100, 200, 200).fill("red"));
    await expect(read(file)).rejects.toMatchObject({
      code: "manual_without_text",
      message: expect.stringContaining("drawn.pdf"),
      hint: expect.stringContaining("ocrmypdf"),
    });
  });

  it.each([
    ["zero bytes", new Uint8Array()],
    ["plain text", new TextEncoder().encode("Causes of gas holes: see page 3.")],
    ["a PDF's first bytes only", new TextEncoder().encode("%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<")],
    ["a picture", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70])],
  ])("names %s in a file called .pdf", async (_, bytes) => {
    await expect(read({ fileName: "manual.pdf", bytes })).rejects.toMatchObject({
      code: "manual_unreadable",
      message: expect.stringContaining("manual.pdf"),
      hint: expect.any(String),
    });
  });

  it.each([0.1, 0.5, 0.9])("names a PDF that ends after %d of its bytes", async (part) => {
    const { fileName, bytes } = await sampleManual("casting-en.pdf");
    const cut = bytes.slice(0, Math.floor(bytes.length * part));
    await expect(read({ fileName, bytes: cut })).rejects.toMatchObject({
      code: expect.stringMatching(/^manual_(unreadable|without_text)$/),
    });
  });

  it("reads in a worker thread, and tells how far it is", async () => {
    await using jobs = new JobPool({ workers: 1 });
    const shares: number[] = [];
    const file = await pdfOfPages(Array.from({ length: 20 }, (_, index) => [`page ${index + 1}`]));
    const pages = await readPdf(file, { jobs, onProgress: (share) => shares.push(share) });
    expect(pages.at(-1)).toBe("page 20");
    expect(shares).toEqual([0.4, 0.8, 1]);
  });

  it("stops when it is cancelled, before or while it reads", async () => {
    const file = await pdfOfPages(Array.from({ length: 20 }, (_, index) => [`page ${index + 1}`]));
    await expect(readPdf(file, { ...HERE, signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: "cancelled",
    });
    const controller = new AbortController();
    const onProgress = (): void => controller.abort();
    await expect(readPdf(file, { ...HERE, signal: controller.signal, onProgress })).rejects.toMatchObject({
      code: "cancelled",
    });
  });
});
