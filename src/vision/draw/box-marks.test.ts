import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawBoxes, type GroundedMark } from "./box-marks.ts";

const size = { widthPx: 200, heightPx: 160 };
const box = { x: 20, y: 30, width: 100, height: 60 };
const mark = (changes: Partial<GroundedMark> = {}): GroundedMark => ({
  box,
  id: "G1",
  isSupported: true,
  ...changes,
});

/** Samples of the upper edge of the box that are of a colour. */
const edgeOf = async (grounded: readonly GroundedMark[], colour: readonly number[]): Promise<number> => {
  const svg = drawBoxes({ regions: [], grounded }, size, 1);
  const { data } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  let count = 0;
  for (let x = box.x + 5; x < box.x + box.width - 5; x++) {
    const at = 4 * (box.y * size.widthPx + x);
    const isNear = colour.every((value, channel) => Math.abs((data[at + channel] ?? 0) - value) < 60);
    if (isNear && (data[at + 3] ?? 0) > 150) count++;
  }
  return count;
};
const BLUE = [0x56, 0xb4, 0xe9];
const ORANGE = [0xe6, 0x9f, 0x00];

describe("boxes for phrases", () => {
  it("are whole and blue where the anomaly map supports them", async () => {
    expect(await edgeOf([mark()], BLUE)).toBe(90);
  });

  it("are broken and orange where it does not", async () => {
    const dashes = await edgeOf([mark({ isSupported: false })], ORANGE);
    expect(dashes).toBeGreaterThan(30);
    expect(dashes).toBeLessThan(75);
  });

  it("keep their ids inside the picture", () => {
    const low = { x: 150, y: 120, width: 50, height: 40 };
    const svg = drawBoxes({ regions: [low], grounded: [mark({ box: low, id: "G12" })] }, size, 1);
    for (const [, x, y, width, height] of svg.matchAll(
      /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx="2" fill/g,
    )) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x) + Number(width)).toBeLessThanOrEqual(size.widthPx);
      expect(Number(y) + Number(height)).toBeLessThanOrEqual(size.heightPx);
    }
  });
});
