// The pictures of test/models/standard_pack.py, drawn by the same whole-number formulas.
import type { Picture } from "./picture.ts";

type Formula = (x: number, y: number, channel: number) => number;

const drawn = (widthPx: number, heightPx: number, formula: Formula): Picture => {
  const rgb = Uint8Array.from({ length: 3 * widthPx * heightPx }, (_, i) => {
    const pixel = Math.floor(i / 3);
    return formula(pixel % widthPx, Math.floor(pixel / widthPx), i % 3);
  });
  return { widthPx, heightPx, rgb };
};

/** Smooth, so that every good resampling agrees. */
export const ramp = (widthPx: number, heightPx: number): Picture =>
  drawn(widthPx, heightPx, (x, y, channel) => [4 * x + 10, 5 * y + 20, 2 * x + 3 * y][channel] ?? 0);

export const noise = (widthPx: number, heightPx: number): Picture =>
  drawn(widthPx, heightPx, (x, y, channel) => (x * 37 + y * 91 + channel * 53 + x * y * 7) % 256);
