// Boxes for phrases by known cases, over drawn parts: where a known defect is, and nowhere else.
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { iou } from "../../src/domain/region.ts";
import type { Box } from "../../src/domain/region.ts";
import type { Picture } from "../../src/vision/picture.ts";
import { drawPart } from "./drawn/part.ts";
import { openInspector, type TemporaryInspector } from "./testing/inspector.ts";

const [REFERENCES, CASES, GOOD] = [24, 4, 20];
const PRODUCT = "drawn";
const TYPES = [
  { code: "spot", names: { ko: "점", en: "dark spot" }, synonyms: { ko: ["반점"], en: ["speck"] } },
  { code: "glare", names: { ko: "번짐", en: "glare" }, synonyms: { ko: [], en: [] } },
  { code: "dent", names: { ko: "찍힘", en: "dent" }, synonyms: { ko: [], en: [] } },
];

const filled = (picture: Picture, { x, y, width, height }: Box, level: number): Picture => {
  const rgb = picture.rgb.slice();
  for (let row = y; row < y + height; row++)
    rgb.fill(level, 3 * (row * picture.widthPx + x), 3 * (row * picture.widthPx + x + width));
  return { ...picture, rgb };
};
const png = ({ widthPx: width, heightPx: height, rgb }: Picture): Promise<Uint8Array> =>
  sharp(rgb, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
const indices = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const placeOf = (number: number): Box => ({ x: 15 + 9 * number, y: 60 - 7 * number, width: 14, height: 14 });
const caseOf = (type: string, level: number) => (number: number) => {
  const box = placeOf(number);
  const read = () => png(filled(drawPart({ product: 1, part: 5000 + level + number }), box, level));
  return { fileName: `${type}-${number}.png`, type, read, box };
};

describe("boxes for phrases", () => {
  let gumsa: TemporaryInspector;
  const ask = async (bytes: Uint8Array, phrases?: string[]) => {
    const image = await gumsa.inspector.blobs.put(bytes);
    const question = { image, product: PRODUCT, view: "front", ...(phrases && { phrases }) };
    const finding = await gumsa.inspector.tool("groundDefects", question);
    if ("skipped" in finding) throw new Error(finding.skipped);
    return finding;
  };
  beforeAll(async () => {
    gumsa = await openInspector();
    await gumsa.inspector.products.add({
      id: PRODUCT,
      types: TYPES,
      good: indices(REFERENCES).map((part) => ({
        fileName: `${part}.png`,
        read: () => png(drawPart({ product: 1, part })),
      })),
      cases: [...indices(CASES).map(caseOf("spot", 20)), ...indices(CASES).map(caseOf("glare", 250))],
    });
  });
  afterAll(() => gumsa[Symbol.asyncDispose]());

  it("lie where the defect is, under its type, with the anomaly map behind them", async () => {
    const place = { x: 56, y: 22, width: 14, height: 14 };
    const finding = await ask(await png(filled(drawPart({ product: 1, part: 300 }), place, 20)), ["반점"]);
    const [box] = finding.boxes;
    expect(box).toMatchObject({ phrase: "반점", defectType: "spot", isSupported: true, grounder: "cases" });
    expect(box?.box.x).toBeLessThan(place.x + 7);
    expect(box && box.box.x + box.box.width).toBeGreaterThan(place.x + 7);
    expect(box && iou(box.box, place)).toBeGreaterThan(0.15);
    expect(box?.likeness).toBeGreaterThan(box?.threshold ?? Number.POSITIVE_INFINITY);
  });

  it("speak against a phrase that says there is none, and tell phrases that mean nothing", async () => {
    const place = { x: 30, y: 40, width: 14, height: 14 };
    const picture = await png(filled(drawPart({ product: 1, part: 301 }), place, 20));
    const { asked } = await ask(picture, ["no speck", "번짐 없음", "rust", "찍힘"]);
    expect(asked[0]).toMatchObject({ isNegated: true, types: ["spot"] });
    expect(asked[0]?.boxes).toBeGreaterThan(0);
    expect(asked[1]).toMatchObject({ isNegated: true, types: ["glare"], boxes: 0 });
    expect(asked[2]).toMatchObject({ types: [], others: ["rust"], unknown: "no_such_type", boxes: 0 });
    expect(asked[3]).toMatchObject({ types: ["dent"], unknown: "no_cases", boxes: 0 });
  });

  it.each([0, 128, 255])("are none on a picture of nothing but level %i", async (level) => {
    const blank = { widthPx: 96, heightPx: 96, rgb: new Uint8Array(96 * 96 * 3).fill(level) };
    expect((await ask(await png(blank))).boxes).toEqual([]);
  });

  it("are rare on good parts, and never send one to review by themselves", async () => {
    let withBoxes = 0;
    for (const number of indices(GOOD)) {
      const bytes = await png(drawPart({ product: 1, part: 600 + number }));
      const images = [{ fileName: `${number}.png`, bytes }];
      const { verdict, evidence } = await gumsa.inspector.inspect({
        images,
        product: PRODUCT,
        language: "en",
      });
      const boxes = evidence.filter((item) => item.kind === "grounded");
      if (boxes.length > 0) withBoxes++;
      const others = evidence.filter(
        (item) => (item.kind === "similarity" || item.kind === "reference") && item.pValue <= item.alpha,
      );
      if (verdict.kind === "review") expect(others).not.toEqual([]);
    }
    expect(withBoxes / GOOD).toBeLessThanOrEqual(0.15);
  });
});
