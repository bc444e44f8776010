import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Picture } from "../picture.ts";
import { degrade, randomOf } from "./degrade.fixture.ts";
import { drawPart } from "./drawn-part.fixture.ts";
import { gradeCapture } from "./grade.ts";
import { measureCapture, STATISTIC_NAMES } from "./statistics.ts";

const flat = (level: number, widthPx: number, heightPx: number): Picture => ({
  widthPx,
  heightPx,
  rgb: new Uint8Array(widthPx * heightPx * 3).fill(level),
});

const expectFinite = (picture: Picture): void => {
  const statistics = measureCapture(picture);
  for (const name of STATISTIC_NAMES) expect(Number.isFinite(statistics[name]), name).toBe(true);
  for (const { severity } of gradeCapture(statistics, {}).degradations) {
    expect(severity).toBeGreaterThanOrEqual(0);
    expect(severity).toBeLessThanOrEqual(1);
  }
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

  it("gives finite numbers and severities from 0 to 1 for any pixels", () => {
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

  it("finds the standard deviation of noise on a flat picture", async () => {
    // Independent noise of 8 levels in each channel is 8 x |(0.299, 0.587, 0.114)| = 5.35 in luminance.
    const noisy = await degrade(flat(128, 256, 256), "noise", { level: 2, random: randomOf(1) });
    expect(measureCapture(noisy).noiseSigma).toBeCloseTo(5.35, 0);
  });

  it.each([0, 45, 90, 135])(
    "finds direction and length of a smear of 10 px over a texture at %i degrees",
    async (degrees) => {
      const texture = await degrade(flat(128, 224, 224), "noise", { level: 5, random: randomOf(3) });
      const smeared = await degrade(texture, "motion_blur", {
        level: 3,
        random: () => degrees / 180,
      });
      const { motionDirectionDeg, motionLengthPx } = measureCapture(smeared);
      expect(motionDirectionDeg).toBe(degrees);
      expect(Math.abs(motionLengthPx - 10)).toBeLessThanOrEqual(2);
    },
  );

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
