// A part drawn in code: shaded metal with holes, ribs and a fine grain, a little different each time.
import type { Picture } from "../picture.ts";

export interface DrawnPartOptions {
  readonly seed: number;
  readonly sidePx?: number;
}

export const drawPart = ({ seed, sidePx = 224 }: DrawnPartOptions): Picture => {
  const random = randomOf(seed);
  const scene = sceneOf(random, sidePx);
  const rgb = new Uint8Array(sidePx * sidePx * 3);
  for (let y = 0; y < sidePx; y++) {
    for (let x = 0; x < sidePx; x++) {
      // The sum of four uniform numbers is near enough to Gaussian grain; sigma is 1.2 grey levels.
      const grain = 2 * (random() + random() + random() + random() - 2);
      const level = Math.round(Math.min(250, Math.max(6, scene(x, y) + grain)));
      rgb.fill(level, (y * sidePx + x) * 3, (y * sidePx + x) * 3 + 3);
    }
  }
  return { widthPx: sidePx, heightPx: sidePx, rgb };
};

const sceneOf = (random: () => number, sidePx: number): ((x: number, y: number) => number) => {
  const light = 0.95 + 0.1 * random();
  const turn = random() * Math.PI;
  const holes = Array.from({ length: 6 }, (_, index) => ({
    x: sidePx * (0.5 + 0.3 * Math.cos(turn + (index * Math.PI) / 3)),
    y: sidePx * (0.5 + 0.3 * Math.sin(turn + (index * Math.PI) / 3)),
    radiusPx: sidePx * 0.05,
  }));
  return (x, y) => {
    const fromMiddle = Math.hypot(x - sidePx / 2, y - sidePx / 2);
    const body = cover(sidePx * 0.44 - fromMiddle);
    const rib = cover(3 - Math.abs(fromMiddle - sidePx * 0.18));
    const hole = Math.max(...holes.map((each) => cover(each.radiusPx - Math.hypot(x - each.x, y - each.y))));
    const shade = 130 + (50 * (x + y)) / (2 * sidePx) + 35 * rib - 95 * hole;
    return light * (40 + body * (shade - 40));
  };
};

/** Share of a pixel that lies inside, from its distance to the border. */
const cover = (insidePx: number): number => Math.min(1, Math.max(0, insidePx + 0.5));

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
