import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Picture } from "../picture.ts";
import { drawPart, randomOf } from "./drawn-part.fixture.ts";
import { measureCapture, STATISTIC_NAMES } from "./statistics.ts";

const flat = (level: number, widthPx: number, heightPx: number): Picture => ({
  widthPx,
  heightPx,
  rgb: new Uint8Array(widthPx * heightPx * 3).fill(level),
});

const expectFinite = (picture: Picture): void => {
  const statistics = measureCapture(picture);
  for (const name of STATISTIC_NAMES) expect(Number.isFinite(statistics[name]), name).toBe(true);
};

/** Independent in each channel; the sum of four uniform numbers is near enough to Gaussian. */
const noisy = (picture: Picture, sigma: number, seed: number): Picture => {
  const random = randomOf(seed);
  const normal = (): number => Math.sqrt(3) * (random() + random() + random() + random() - 2);
  const rgb = Uint8ClampedArray.from(picture.rgb, (level) => level + sigma * normal());
  return { ...picture, rgb: new Uint8Array(rgb.buffer) };
};

/** The mean of copies moved by whole steps. */
const smeared = ({ widthPx, heightPx, rgb }: Picture, [dx, dy, steps]: readonly number[]): Picture => {
  const wrapped = (position: number, side: number): number => (position + side) % side;
  const mean = rgb.map((_, at) => {
    const [x, y] = [Math.floor(at / 3) % widthPx, Math.floor(at / 3 / widthPx)];
    let sum = 0;
    for (let step = 0; step < (steps ?? 1); step++) {
      const row = wrapped(y + step * (dy ?? 0), heightPx);
      sum += rgb[(row * widthPx + wrapped(x + step * (dx ?? 0), widthPx)) * 3 + (at % 3)] ?? 0;
    }
    return Math.round(sum / (steps ?? 1));
  });
  return { widthPx, heightPx, rgb: mean };
};

describe("measureCapture", () => {
  it.each([
    ["black", flat(0, 64, 64)],
    ["grey", flat(128, 100, 70)],
    ["white", flat(255, 64, 64)],
    ["very wide", flat(200, 60_000, 8)],
    ["very tall", flat(200, 8, 60_000)],
    ["one pixel", flat(7, 1, 1)],
  ])("gives finite numbers for a %s picture", (_, picture) => expectFinite(picture));

  it("gives finite numbers for any pixels", () => {
    const sides = fc.integer({ min: 1, max: 72 });
    fc.assert(
      fc.property(sides, sides, fc.integer(), (widthPx, heightPx, seed) => {
        const random = randomOf(seed);
        const rgb = Uint8Array.from({ length: widthPx * heightPx * 3 }, () => random() * 256);
        expectFinite({ widthPx, heightPx, rgb });
      }),
      { numRuns: 25 },
    );
  });

  it("finds the standard deviation of noise on a flat picture", () => {
    // Independent noise of 8 levels in each channel is 8 x |(0.299, 0.587, 0.114)| = 5.35 in luminance.
    expect(measureCapture(noisy(flat(128, 256, 256), 8, 1)).noiseSigma).toBeCloseTo(5.35, 0);
  });

  it.each([
    [0, [1, 0, 10]],
    [45, [1, 1, 7]],
    [90, [0, 1, 10]],
    [135, [-1, 1, 7]],
  ])("finds direction and length of a smear of 10 px over a texture at %i degrees", (degrees, way) => {
    const texture = noisy(flat(128, 192, 192), 35, 3);
    const { motionDirectionDeg, motionLengthPx } = measureCapture(smeared(texture, way));
    expect(motionDirectionDeg).toBe(degrees);
    expect(Math.abs(motionLengthPx - 10)).toBeLessThanOrEqual(2);
  });

  it("does not change when the picture is turned by 90 degrees, but for direction", () => {
    const { rgb, widthPx: side } = drawPart({ seed: 4, sidePx: 128 });
    const turned = rgb.map((_, at) => {
      const pixel = Math.floor(at / 3);
      return rgb[((pixel % side) * side + Math.floor(pixel / side)) * 3 + (at % 3)] ?? 0;
    });
    const before = measureCapture({ widthPx: side, heightPx: side, rgb });
    const after = measureCapture({ widthPx: side, heightPx: side, rgb: turned });
    for (const name of ["luminanceP50", "contrast", "blockingDb", "resamplingDb", "noiseSigma"] as const) {
      expect(after[name], name).toBeCloseTo(before[name], 1);
    }
  });
});
