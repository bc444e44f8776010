// Pictures made worse on purpose, in five strengths a kind, to test and to tune the grader.
import sharp, { type Sharp } from "sharp";
import type { DegradationKind } from "../../domain/capture-grade.ts";
import type { Picture } from "../picture.ts";

const STRENGTHS: Readonly<Record<DegradationKind, readonly number[]>> = {
  /** Radius of the disk in px. */
  defocus_blur: [1, 1.6, 2.4, 3.5, 5],
  /** Length of the smear in px. */
  motion_blur: [3, 6, 10, 15, 21],
  /** Standard deviation in grey levels. */
  noise: [4, 8, 14, 22, 35],
  /** Factor of shrinking before growing again. */
  low_resolution: [1.4, 1.9, 2.5, 3.4, 5],
  /** JPEG quality. */
  jpeg_blocking: [45, 28, 17, 10, 6],
  /** Stops of light lost. */
  under_exposure: [0.7, 1.3, 2, 2.8, 3.8],
  /** Stops of light too many. */
  over_exposure: [0.5, 0.9, 1.4, 2, 2.8],
  /** Part of the contrast that is left. */
  low_contrast: [0.75, 0.58, 0.43, 0.3, 0.2],
};

/** A seeded generator (mulberry32), so that a test fails twice in the same way. */
export const randomOf = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** `level` counts from 1 to 5; the direction of a motion comes from the generator. */
export const degrade = async (
  picture: Picture,
  kind: DegradationKind,
  { level, random }: { level: number; random: () => number },
): Promise<Picture> => {
  const strength = STRENGTHS[kind][level - 1] ?? 0;
  switch (kind) {
    case "defocus_blur":
      return convolve(picture, diskTaps(strength));
    case "motion_blur":
      return convolve(picture, lineTaps(strength, random() * Math.PI));
    case "noise":
      return noisy(picture, strength, random);
    case "low_resolution":
      return rescaled(picture, strength);
    case "jpeg_blocking":
      return recoded(picture, strength);
    case "under_exposure":
      return mapped(picture, (value) => toSrgb(toLinear(value) * 2 ** -strength));
    case "over_exposure":
      return mapped(picture, (value) => toSrgb(toLinear(value) * 2 ** strength));
    case "low_contrast":
      return mapped(picture, (value) => 128 + (value - 128) * strength);
  }
};

const gaussian = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const toLinear = (value: number): number =>
  value <= 10.3 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;

const toSrgb = (light: number): number =>
  255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * Math.min(1, light) ** (1 / 2.4) - 0.055);

const toByte = (value: number): number => Math.round(Math.min(255, Math.max(0, value)));

const noisy = (picture: Picture, sigma: number, random: () => number): Picture => ({
  ...picture,
  rgb: picture.rgb.map((value) => toByte(value + sigma * gaussian(random))),
});

const mapped = (picture: Picture, change: (value: number) => number): Picture => {
  const table = Uint8Array.from({ length: 256 }, (_, value) => toByte(change(value)));
  return { ...picture, rgb: picture.rgb.map((value) => table[value]!) };
};

interface Tap {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

const diskTaps = (radiusPx: number): Tap[] => {
  const side = Math.ceil(radiusPx);
  const taps: Tap[] = [];
  for (let y = -side; y <= side; y++) {
    for (let x = -side; x <= side; x++) {
      const weight = Math.min(1, Math.max(0, radiusPx + 0.5 - Math.hypot(x, y)));
      if (weight > 0) taps.push({ x, y, weight });
    }
  }
  return taps;
};

const lineTaps = (lengthPx: number, direction: number): Tap[] => {
  const samples = Math.ceil(lengthPx * 1.5);
  return Array.from({ length: samples }, (_, index) => {
    const along = ((index + 0.5) / samples - 0.5) * lengthPx;
    return bilinearTaps(along * Math.cos(direction), along * Math.sin(direction));
  }).flat();
};

const bilinearTaps = (x: number, y: number): Tap[] => {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, down] = [x - left, y - top];
  return [
    { x: left, y: top, weight: (1 - right) * (1 - down) },
    { x: left + 1, y: top, weight: right * (1 - down) },
    { x: left, y: top + 1, weight: (1 - right) * down },
    { x: left + 1, y: top + 1, weight: right * down },
  ];
};

const merged = (taps: readonly Tap[]): Tap[] => {
  const byPlace = new Map<string, Tap>();
  for (const tap of taps) {
    const key = `${tap.x},${tap.y}`;
    byPlace.set(key, { ...tap, weight: tap.weight + (byPlace.get(key)?.weight ?? 0) });
  }
  return [...byPlace.values()];
};

const convolve = ({ widthPx, heightPx, rgb }: Picture, taps: readonly Tap[]): Picture => {
  const total = taps.reduce((sum, tap) => sum + tap.weight, 0);
  const sums = new Float32Array(rgb.length);
  for (const { x: shiftX, y: shiftY, weight } of merged(taps)) {
    const columns = Int32Array.from({ length: widthPx }, (_, x) => clamped(x + shiftX, widthPx) * 3);
    for (let y = 0, to = 0; y < heightPx; y++) {
      const line = clamped(y + shiftY, heightPx) * widthPx * 3;
      for (let x = 0; x < widthPx; x++, to += 3) {
        const from = line + columns[x]!;
        sums[to] = sums[to]! + weight * rgb[from]!;
        sums[to + 1] = sums[to + 1]! + weight * rgb[from + 1]!;
        sums[to + 2] = sums[to + 2]! + weight * rgb[from + 2]!;
      }
    }
  }
  return { widthPx, heightPx, rgb: Uint8Array.from(sums, (value) => Math.round(value / total)) };
};

const clamped = (position: number, sidePx: number): number => Math.min(sidePx - 1, Math.max(0, position));

const opened = ({ widthPx, heightPx, rgb }: Picture): Sharp =>
  sharp(rgb, { raw: { width: widthPx, height: heightPx, channels: 3 } });

const rescaled = async (picture: Picture, factor: number): Promise<Picture> => {
  const { widthPx, heightPx } = picture;
  const { data, info } = await opened(picture)
    .resize(Math.round(widthPx / factor), Math.round(heightPx / factor), { fit: "fill", kernel: "cubic" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const small = sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } });
  const rgb = await small.resize(widthPx, heightPx, { fit: "fill", kernel: "cubic" }).raw().toBuffer();
  return { widthPx, heightPx, rgb };
};

const recoded = async (picture: Picture, quality: number): Promise<Picture> => {
  const jpeg = await opened(picture).jpeg({ quality }).toBuffer();
  return { ...picture, rgb: await sharp(jpeg).raw().toBuffer() };
};
