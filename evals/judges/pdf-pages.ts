// The words of a manual's pages, read by nothing that the judged code reads them with: straight from pdf.js in the
// order in which the file holds them, with no thought of columns, tables or lines.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { GumsaError } from "../../src/errors.ts";

const library = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/** From page 1 on. Throws `manual_unreadable`. */
export const pdfPages = async (bytes: Uint8Array, name: string): Promise<string[]> => {
  const loading = getDocument({
    data: new Uint8Array(bytes), // pdf.js takes the bytes away
    cMapUrl: join(library, "cmaps", "/"),
    standardFontDataUrl: join(library, "standard_fonts", "/"),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
  });
  try {
    const document = await loading.promise;
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(items.map((item) => ("str" in item ? `${item.str} ` : "")).join(""));
      page.cleanup();
    }
    return pages;
  } catch (cause) {
    throw new GumsaError("manual_unreadable", `${name} is not a readable PDF (${bytes.length} bytes).`, {
      hint: "Open it in a PDF viewer. If it shows, export it as PDF again; if not, fetch a new copy.",
      cause,
    });
  } finally {
    await loading.destroy();
  }
};
