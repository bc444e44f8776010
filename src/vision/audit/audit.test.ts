import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawPart } from "../../../test/e2e/drawn/part.ts";
import type { Picture } from "../picture.ts";
import { OUTLYING, robustDeviations } from "./deviations.ts";
import { nearDuplicates, thumbnailOf } from "./near-duplicates.ts";

describe("deviations", () => {
  it("are those of logarithms from their median, in median absolute deviations", () => {
    // logarithms 0, 1, 2, 3, 10: median 2, deviations 2, 1, 0, 1, 8, their median 1
    const values = [0, 1, 2, 3, 10].map(Math.exp);
    const expected = [-2, -1, 0, 1, 8].map((steps) => steps / 1.4826);
    robustDeviations(values).forEach((deviation, i) => {
      expect(deviation).toBeCloseTo(expected[i] ?? Number.NaN, 9);
    });
  });

  it("call nothing an outlier among numbers that are nearly equal", () => {
    expect(robustDeviations([1, 1, 1, 1.01]).every((deviation) => deviation < OUTLYING)).toBe(true);
  });
});

const parts = [0, 1, 2, 3, 4, 5].map((part) => drawPart({ product: 1, part }));
const raw = ({ widthPx, heightPx, rgb }: Picture) =>
  sharp(rgb, { raw: { width: widthPx, height: heightPx, channels: 3 } });
const read = async (bytes: Buffer): Promise<Picture> => {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, rgb: data };
};
const groupsWith = async (copies: readonly Picture[]) =>
  nearDuplicates(await Promise.all([...parts, ...copies].map(thumbnailOf)));

describe("near duplicates", () => {
  it("are not found among different parts of one product", async () => {
    expect(await groupsWith([])).toEqual([]);
  });

  it.each([
    { name: "compressed", copy: (part: Picture) => raw(part).jpeg({ quality: 80 }).toBuffer() },
    { name: "brightened", copy: (part: Picture) => raw(part).linear(1.1, 6).png().toBuffer() },
    { name: "made smaller", copy: (part: Picture) => raw(part).resize(48, 48).png().toBuffer() },
  ])("are a picture and the same picture $name", async ({ copy }) => {
    const copies = await Promise.all(parts.slice(2, 3).map(async (part) => read(await copy(part))));
    const [group, ...others] = await groupsWith(copies);
    expect(others).toEqual([]);
    expect(group?.places).toEqual([2, 6]);
  });
});
