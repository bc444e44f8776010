import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxFromModel, boxToModel, type Corners, type Frame } from "./boxes.ts";
import { BOX_CONVENTIONS } from "./profiles/profile.ts";

const size = fc.record({
  widthPx: fc.integer({ min: 56, max: 8000 }),
  heightPx: fc.integer({ min: 56, max: 8000 }),
});
const frames = fc.record({ convention: fc.constantFrom(...BOX_CONVENTIONS), shown: size, source: size });
const shares = fc.tuple(
  ...([1, 2, 3, 4].map(() => fc.double({ min: 0, max: 1, noNaN: true })) as [
    fc.Arbitrary<number>,
    fc.Arbitrary<number>,
    fc.Arbitrary<number>,
    fc.Arbitrary<number>,
  ]),
); // four of a kind

/** How far one unit of the convention reaches in pixels of the source. */
const unitPx = ({ convention, shown, source }: Frame): number => {
  if (convention !== "resized_pixels") return Math.max(source.widthPx, source.heightPx) / 1000;
  return Math.max(source.widthPx / shown.widthPx, source.heightPx / shown.heightPx);
};

describe("a box of a language model", () => {
  it("goes to the model's numbers and back within one of its units", () => {
    fc.assert(
      fc.property(frames, shares, (frame, [left, top, right, bottom]) => {
        const { widthPx, heightPx } = frame.source;
        const [x, y] = [Math.min(left, right) * widthPx, Math.min(top, bottom) * heightPx];
        const box = {
          x,
          y,
          width: Math.abs(right - left) * widthPx,
          height: Math.abs(bottom - top) * heightPx,
        };
        const unit = unitPx(frame);
        fc.pre(box.width > 2 * unit && box.height > 2 * unit);
        const back = boxFromModel(boxToModel(box, frame), frame);
        for (const edge of ["x", "y", "width", "height"] as const) {
          expect(Math.abs((back?.[edge] ?? Number.NaN) - box[edge])).toBeLessThanOrEqual(unit * 1.001);
        }
      }),
    );
  });

  it("never leaves the source picture, whatever the model writes", () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(frames, fc.tuple(number, number, number, number), (frame, corners: Corners) => {
        const box = boxFromModel(corners, frame);
        if (!box) return;
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(frame.source.widthPx * (1 + 1e-12));
        expect(box.y + box.height).toBeLessThanOrEqual(frame.source.heightPx * (1 + 1e-12));
      }),
    );
  });

  it.each([
    ["thousandths", [500, 250, 750, 500]],
    ["unit", [0.5, 0.25, 0.75, 0.5]],
    ["resized_pixels", [504, 168, 756, 336]],
  ] as const)("means the same place in %s", (convention, corners) => {
    const shown = { widthPx: 1008, heightPx: 672 };
    const source = { widthPx: 3000, heightPx: 2000 };
    expect(boxFromModel(corners, { convention, shown, source })).toEqual({
      x: 1500,
      y: 500,
      width: 750,
      height: 500,
    });
  });

  it("is none where the corners enclose nothing", () => {
    const frame = {
      convention: "unit",
      shown: { widthPx: 1, heightPx: 1 },
      source: { widthPx: 9, heightPx: 9 },
    } as const;
    for (const corners of [
      [0.5, 0.5, 0.5, 0.9],
      [0.9, 0.1, 0.2, 0.3],
      [2, 2, 3, 3],
    ] as const)
      expect(boxFromModel(corners, frame)).toBeUndefined();
  });
});
