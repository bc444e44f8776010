import { describe, expect, it } from "vitest";
import type { Picture } from "../../src/vision/picture.ts";
import { moved } from "./blur.ts";
import { degrade, isVisible } from "./degrade.ts";
import { DEGRADATIONS, SEVERITIES } from "./kinds.ts";
import { createRandom } from "./random.ts";

/** Coloured blocks with some texture: every kind finds something to spoil. */
const drawn = (sidePx = 64): Picture => {
  const random = createRandom("picture");
  const rgb = new Uint8Array(3 * sidePx * sidePx).map((_, i) => {
    const [x, y] = [Math.floor(i / 3) % sidePx, Math.floor(i / 3 / sidePx)];
    const block = (Math.floor(x / 7) * 5 + Math.floor(y / 11) * 3 + (i % 3) * 2) % 6;
    return 40 + 30 * block + random.uniform(0, 12);
  });
  return { widthPx: sidePx, heightPx: sidePx, rgb };
};

const picture = drawn();
const differenceTo = (other: Picture): number =>
  Math.sqrt(
    picture.rgb.reduce((sum, level, i) => sum + (level - other.rgb[i]!) ** 2, 0) / picture.rgb.length,
  );

describe.each(DEGRADATIONS)("$kind", ({ kind }) => {
  it("changes the pixels more the more severe it is, and nothing else", async () => {
    const changed = await Promise.all(
      SEVERITIES.map((severity) => degrade(picture, { kind, severity, seed: 1 })),
    );
    expect(changed.every(({ widthPx, heightPx }) => widthPx === 64 && heightPx === 64)).toBe(true);
    const [least = 0, , middle = 0, , most = 0] = changed.map(differenceTo);
    expect(least).toBeGreaterThan(0.5);
    expect(middle).toBeGreaterThan(least);
    expect(most).toBeGreaterThan(middle);
  });
});

const RANDOM_KINDS = [
  "motion_blur",
  "noise",
  "shot_noise",
  "impulse_noise",
  "stripe_noise",
  "uneven_lighting",
  "glare",
  "colour_cast",
  "lens_dirt",
  "haze",
  "line_fault",
] as const;

it.each(RANDOM_KINDS)("draws %s from its seed alone", async (kind) => {
  const [one, again, other] = await Promise.all(
    [1, 1, 2].map(async (seed) => Buffer.from((await degrade(picture, { kind, severity: 3, seed })).rgb)),
  );
  expect(again?.equals(one ?? Buffer.of())).toBe(true);
  expect(other?.equals(one ?? Buffer.of())).toBe(false);
});

it("has at least twenty kinds in eight families", () => {
  expect(DEGRADATIONS.length).toBeGreaterThanOrEqual(20);
  expect(new Set(DEGRADATIONS.map(({ family }) => family)).size).toBe(8);
});

describe("physical meaning", () => {
  const point: Picture = { widthPx: 41, heightPx: 41, rgb: new Uint8Array(3 * 41 * 41) };
  point.rgb.fill(255, 3 * (20 * 41 + 20), 3 * (20 * 41 + 20) + 3);
  const lit = ({ rgb }: Picture): { x: number; y: number }[] =>
    Array.from({ length: 41 * 41 }, (_, i) => ({ x: (i % 41) - 20, y: Math.floor(i / 41) - 20 })).filter(
      (_, i) => rgb[3 * i]! > 1,
    );

  it("smears a point along the direction of the motion, as long as the way", () => {
    const smear = lit(moved(point, 15, Math.PI / 6));
    const far = smear.reduce((most, { x, y }) => Math.max(most, Math.hypot(x, y)), 0);
    expect(far).toBeGreaterThan(6);
    expect(far).toBeLessThan(9);
    const tips = smear.filter(({ x, y }) => Math.hypot(x, y) > 5);
    for (const { x, y } of tips) expect(Math.abs(Math.atan(y / x) - Math.PI / 6)).toBeLessThan(0.25);
  });

  it("spreads a point over a disk of the given radius, keeping its light", async () => {
    const disk = await degrade(point, { kind: "defocus_blur", severity: 5, seed: 1 });
    const radius = Math.max(...lit(disk).map(({ x, y }) => Math.hypot(x, y)));
    expect(radius).toBeGreaterThan(4);
    expect(radius).toBeLessThan(6.5);
  });

  const even = (level: number): Picture => ({
    widthPx: 64,
    heightPx: 64,
    rgb: new Uint8Array(3 * 64 * 64).fill(level),
  });
  const deviationOf = ({ rgb }: Picture): number => {
    const mean = rgb.reduce((sum, level) => sum + level, 0) / rgb.length;
    return Math.sqrt(rgb.reduce((sum, level) => sum + (level - mean) ** 2, 0) / rgb.length);
  };

  it.each(["noise", "shot_noise"] as const)("gives %s its standard deviation at mid-grey", async (kind) => {
    const noisy = await degrade(even(128), { kind, severity: 3, seed: 1 });
    expect(deviationOf(noisy)).toBeGreaterThan(13);
    expect(deviationOf(noisy)).toBeLessThan(15);
  });

  it("gives dark places less shot noise than bright ones, and read-out noise no less", async () => {
    const at = async (kind: "noise" | "shot_noise", level: number): Promise<number> =>
      deviationOf(await degrade(even(level), { kind, severity: 1, seed: 1 }));
    expect((await at("shot_noise", 200)) / (await at("shot_noise", 50))).toBeCloseTo(2, 0);
    expect((await at("noise", 200)) / (await at("noise", 50))).toBeCloseTo(1, 1);
  });

  it("keeps a grey picture grey under noise", async () => {
    const { rgb } = await degrade(even(128), { kind: "noise", severity: 2, seed: 1 });
    expect(rgb.every((level, i) => level === rgb[i - (i % 3)])).toBe(true);
  });

  it("halves the light for each stop", async () => {
    const { rgb } = await degrade(even(188), { kind: "under_exposure", severity: 3, seed: 1 });
    // 188 is half of the light, two stops less an eighth of it: level 99.
    expect(rgb[0]).toBe(99);
  });

  it("leaves as many levels as it says", async () => {
    const { rgb } = await degrade(picture, { kind: "banding", severity: 5, seed: 1 });
    expect(new Set(rgb).size).toBeLessThanOrEqual(4);
  });

  it("sees that a grey picture has no colour to lose", async () => {
    const grey = even(90);
    expect(isVisible(grey, await degrade(grey, { kind: "desaturation", severity: 5, seed: 1 }))).toBe(false);
    expect(isVisible(grey, await degrade(grey, { kind: "noise", severity: 5, seed: 1 }))).toBe(true);
  });
});
