import type { Size } from "../input-size.ts";

/** Keeps the marks whose neighbours up to `reach` away, along both axes, are marked too; beyond the edge all are. */
export const eroded = (mask: Uint8Array, size: Size, reach: number): Uint8Array => {
  const { widthPx, heightPx } = size;
  const kept = mask.slice();
  for (let y = 0; y < heightPx; y++) erodeLine(kept, { start: y * widthPx, step: 1, count: widthPx, reach });
  for (let x = 0; x < widthPx; x++) erodeLine(kept, { start: x, step: widthPx, count: heightPx, reach });
  return kept;
};

interface Line {
  readonly start: number;
  readonly step: number;
  readonly count: number;
  readonly reach: number;
}

/** Once forwards and once back: each mark within reach behind an empty place goes. */
const erodeLine = (mask: Uint8Array, { start, step, count, reach }: Line): void => {
  const holes: number[] = [];
  for (let i = 0; i < count; i++) if (!mask[start + i * step]) holes.push(i);
  if (holes.length === 0 || holes.length === count) return;
  for (const hole of holes) {
    for (let i = Math.max(0, hole - reach); i <= Math.min(count - 1, hole + reach); i++)
      mask[start + i * step] = 0;
  }
};
