import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawPdf, sampleManual } from "../testing/pdfs.ts";
import { renderPage } from "./render-page.ts";
import type { PageBox } from "./text-run.ts";

const QUOTE =
  "• 모래 코어의 수분이 0.3 %를 넘어 주탕하는 동안 수증기가 나온다. • 금형의 가스 배출구가 도형제로 막혀 날개 안에 공기가 갇힌다.";

/** The share of a box that is the highlighter's yellow or ink upon it. */
const yellowShare = async (png: Uint8Array, { x, y, width, height }: PageBox): Promise<number> => {
  const box = {
    left: Math.ceil(x),
    top: Math.ceil(y),
    width: Math.floor(width) - 1,
    height: Math.floor(height) - 1,
  };
  const { data, info } = await sharp(png)
    .extract(box)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const isMarked = (at: number): boolean => (data[at + 2] ?? 255) < 160;
  const pixels = info.width * info.height;
  return Array.from({ length: pixels }, (_, pixel) => isMarked(3 * pixel)).filter(Boolean).length / pixels;
};

/** Dark pixels in the two rows from y on: letters that were cut. */
const inkIn = async (png: Uint8Array, y: number): Promise<number> => {
  const { width = 0 } = await sharp(png).metadata();
  const rows = await sharp(png).extract({ left: 0, top: y, width, height: 2 }).greyscale().raw().toBuffer();
  return rows.filter((level) => level < 128).length;
};

describe("a page as a picture", () => {
  it("marks each line of the quotation where it stands", async () => {
    const file = await sampleManual("casting-ko.pdf");
    const { png, widthPx, heightPx, marks } = await renderPage({ file, page: 2, quote: QUOTE });
    expect(await sharp(png).metadata()).toMatchObject({ format: "png", width: widthPx, height: heightPx });
    expect(marks).toHaveLength(2);
    expect((marks[1]?.y ?? 0) - (marks[0]?.y ?? 0)).toBeGreaterThan(marks[0]?.height ?? 0);
    for (const mark of marks) expect(await yellowShare(png, mark)).toBeGreaterThan(0.95);
    expect(await yellowShare(png, { x: 100, y: 80, width: 600, height: 20 })).toBeLessThan(0.3);
  });

  it("cuts out the strip around the quotation", async () => {
    const file = await sampleManual("casting-ko.pdf");
    const { png, heightPx, marks } = await renderPage({ file, page: 2, quote: QUOTE, part: "excerpt" });
    expect(heightPx).toBeLessThan(300);
    for (const mark of marks) expect(await yellowShare(png, mark)).toBeGreaterThan(0.95);
    for (const y of [0, heightPx - 2]) expect(await inkIn(png, y)).toBe(0);
  });

  it("marks turned text in its place", async () => {
    const file = await drawPdf((pdf) => {
      pdf.rotate(90, { origin: [300, 400] }).text("Reject the part.", 200, 350, { lineBreak: false });
    });
    const { png, marks } = await renderPage({ file, page: 1, quote: "Reject the part." });
    const [mark = { x: 0, y: 0, width: 0, height: 0 }] = marks;
    expect(mark.height).toBeGreaterThan(3 * mark.width);
    expect(await yellowShare(png, mark)).toBeGreaterThan(0.95);
  });

  it("shows the page unmarked when the words do not stand on it", async () => {
    const file = await sampleManual("casting-en.pdf");
    expect((await renderPage({ file, page: 1, quote: "Burn the part." })).marks).toEqual([]);
  });

  it("names a page that does not exist", async () => {
    await expect(renderPage({ file: await sampleManual("casting-en.pdf"), page: 7 })).rejects.toMatchObject({
      code: "manual_page_unknown",
    });
  });
});
