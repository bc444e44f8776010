import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partInput, windowAround } from "./crop.ts";
import { largestPart } from "./mask.ts";

const wants = { multipleOfPx: 16, minimumPx: 48 };

describe("the part of a picture around a defect", () => {
  it("is a square with a margin, of 48 px at least", () => {
    const picture = { widthPx: 640, heightPx: 480 };
    expect(windowAround({ x: 300, y: 200, width: 100, height: 20 }, picture)).toEqual({
      x: 275,
      y: 135,
      width: 150,
      height: 150,
    });
    expect(windowAround({ x: 0, y: 0, width: 4, height: 4 }, picture)).toEqual({
      x: 0,
      y: 0,
      width: 48,
      height: 48,
    });
  });

  it("lies inside the picture in whole pixels and covers what it can of the box", () => {
    const side = fc.integer({ min: 32, max: 500 });
    const share = fc.double({ min: 0, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(side, side, share, share, share, (widthPx, heightPx, left, top, length) => {
        const box = {
          x: widthPx * left,
          y: heightPx * top,
          width: Math.max(0.5, widthPx * (1 - left) * length),
          height: Math.max(0.5, heightPx * (1 - top) * length),
        };
        const { x, y, width, height } = windowAround(box, { widthPx, heightPx });
        expect([x, y, width, height].every(Number.isInteger)).toBe(true);
        expect(x >= 0 && y >= 0 && x + width <= widthPx && y + height <= heightPx).toBe(true);
        expect(x <= box.x + 1 && x + width >= box.x + box.width - 1).toBe(true);
      }),
    );
  });

  it("shows the same thing at the same size wherever it lies", async () => {
    const rgb = new Uint8Array(3 * 200 * 200).fill(100);
    for (const [left, top] of [
      [60, 60],
      [120, 90],
    ] as const)
      for (let y = top; y < top + 20; y++) rgb.fill(250, 3 * (y * 200 + left), 3 * (y * 200 + left + 20));
    const picture = { widthPx: 200, heightPx: 200, rgb };
    const one = await partInput(picture, { x: 60, y: 60, width: 20, height: 20 }, wants);
    const other = await partInput(picture, { x: 120, y: 90, width: 20, height: 20 }, wants);
    expect([one.input.widthPx, one.input.heightPx]).toEqual([160, 160]);
    expect(other.box).toEqual(one.box);
    expect(Buffer.compare(one.input.rgb, other.input.rgb)).toBe(0);
  });
});

it("takes the largest white part of a mask, however many stray pixels there are", () => {
  const rgb = new Uint8Array(3 * 64 * 48);
  for (let i = 0; i < 60; i += 2) rgb.fill(255, 3 * i, 3 * i + 3);
  for (let y = 20; y < 30; y++) rgb.fill(255, 3 * (y * 64 + 40), 3 * (y * 64 + 52));
  expect(largestPart({ widthPx: 64, heightPx: 48, rgb })).toEqual({ x: 40, y: 20, width: 12, height: 10 });
  expect(largestPart({ widthPx: 64, heightPx: 48, rgb: new Uint8Array(3 * 64 * 48) })).toBeUndefined();
});
