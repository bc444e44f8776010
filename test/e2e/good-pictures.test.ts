// The good pictures of a product in use: added, removed, audited, and what the threshold has to do with them.
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawPart } from "./drawn/part.ts";
import { openInspector, type TemporaryInspector } from "./testing/inspector.ts";

const GOOD = 8;

const drawn = (part: number) => {
  const { rgb, widthPx, heightPx } = drawPart({ product: 3, part });
  return sharp(rgb, { raw: { width: widthPx, height: heightPx, channels: 3 } });
};
const good = (part: number) => ({ fileName: `${part}.png`, read: () => drawn(part).png().toBuffer() });
const parts = Array.from({ length: GOOD }, (_, part) => good(part));

describe("the good pictures of a product", () => {
  let gumsa: TemporaryInspector;

  beforeAll(async () => {
    gumsa = await openInspector();
    await gumsa.inspector.products.add({ id: "part", good: parts, alpha: 0.2 });
  });
  afterAll(() => gumsa[Symbol.asyncDispose]());

  it("come and go, and the bank is that of the set, whatever happened before", async () => {
    const { products, references } = gumsa.inspector;
    const before = await products.calibration("part");
    const added = await references.add({ product: "part", pictures: [good(20), good(21)] });
    expect(added).toMatchObject({ references: GOOD + 2, bankBefore: before.views[0]?.bank });
    expect(added.bank).not.toBe(added.bankBefore);

    const names = ["0.png", "20.png", "21.png"];
    await references.remove({ product: "part", names });
    const back = await references.add({ product: "part", pictures: [good(0)] });
    expect(back.bank).toBe(before.views[0]?.bank);
    expect(await products.calibration("part")).toEqual(before);
    await products.add({ id: "again", good: parts.toReversed(), alpha: 0.2 });
    expect((await products.calibration("again")).views).toEqual(before.views);
  });

  it("stay as they are when they were there already, or are called by no known name", async () => {
    const { references } = gumsa.inspector;
    const same = await references.add({ product: "part", pictures: [good(1)] });
    expect(same).toMatchObject({ added: [], bank: same.bankBefore });
    await expect(references.remove({ product: "part", names: ["no.png"] })).rejects.toMatchObject({
      code: "reference_unknown",
    });
    const all = (await references.list("part")).map(({ fileName }) => fileName);
    expect(all).toHaveLength(GOOD);
    await expect(references.remove({ product: "part", names: all })).rejects.toMatchObject({
      code: "references_too_few",
    });
    expect(await references.list("part")).toHaveLength(GOOD);
  });

  it("are audited: a copy, another size, and a part that is none of these", async () => {
    const { products, references } = gumsa.inspector;
    const copy = { fileName: "copy.jpg", read: () => drawn(2).jpeg({ quality: 90 }).toBuffer() };
    const small = { fileName: "small.png", read: () => drawn(30).resize(80, 80).png().toBuffer() };
    const hole = { create: { width: 20, height: 20, channels: 3 as const, background: "#000" } };
    const broken = {
      fileName: "broken.png",
      read: () =>
        drawn(31)
          .composite([{ input: hole, left: 40, top: 40 }])
          .png()
          .toBuffer(),
    };
    await references.add({ product: "part", pictures: [copy, small, broken] });
    const { views, advice } = await products.audit("part");
    const found = (kind: string) =>
      views.flatMap(({ findings }) =>
        findings.filter((one) => one.kind === kind).map(({ pictures }) => pictures.map((p) => p.fileName)),
      );
    expect(found("near_duplicates")).toEqual([["2.png", "copy.jpg"]]);
    expect(found("mixed_sizes")).toEqual([["small.png"]]);
    expect(found("unlike_others").flat()).toContain("broken.png");
    expect(Object.keys(advice)).toEqual(expect.arrayContaining(["near_duplicates", "mixed_sizes"]));
    await references.remove({ product: "part", names: ["copy.jpg", "small.png", "broken.png"] });
  });

  it("give another threshold at another rate of false alarms, at once", async () => {
    const { products, inspect } = gumsa.inspector;
    await inspect({
      images: [{ fileName: "new.png", bytes: await drawn(40).png().toBuffer() }],
      product: "part",
    });
    const trial = await products.calibrate("part", { alpha: 0.4, isTrial: true });
    expect(trial).toMatchObject({ alphaBefore: 0.2, isChanged: false, verdicts: { compared: 1 } });
    expect((await products.show("part")).product.alpha).toBe(0.2);
    const { calibration } = await products.calibrate("part", { alpha: 0.4 });
    const [view] = calibration.views;
    const scores = view?.good.map(({ distance }) => distance) ?? [];
    expect(view?.current.threshold).toBe(scores[2]); // the third highest of eight, as 0.4 of nine is 3
    expect((await products.show("part")).bank?.threshold).toBe(scores[2]);
    await expect(products.calibrate("part", { alpha: 0.7 })).rejects.toMatchObject({ code: "usage_invalid" });
  });

  it("are drawn on a page that asks nothing of the network, in both languages", async () => {
    for (const language of ["ko", "en"] as const) {
      const page = await gumsa.inspector.products.calibrationPage("part", language);
      expect(page.match(/<circle/g)).toHaveLength(GOOD);
      expect(page).not.toMatch(/(src|href)="(?!#)/);
    }
  });
});
