// What stands between lens and part.
import type { Picture } from "../../src/vision/picture.ts";
import { directionOf } from "./exposure.ts";
import { mapPixels, type Place } from "./pixels.ts";
import type { Random } from "./random.ts";

interface Speck {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly softness: number;
  readonly cover: number;
}

/** Three to seven specks on the lens, far out of focus: soft dark spots. */
export const dirty = (picture: Picture, opacity: number, random: Random): Picture => {
  const specks = Array.from({ length: random.integer(3, 8) }, (): Speck => {
    return {
      x: random.uniform(-0.45, 0.45),
      y: random.uniform(-0.45, 0.45),
      radius: random.uniform(0.03, 0.09),
      softness: random.uniform(0.2, 0.45),
      cover: opacity * random.uniform(0.8, 1),
    };
  });
  const dark = random.uniform(5, 45);
  return mapPixels(picture, ([red, green, blue], place) => {
    const cover = Math.max(...specks.map((speck) => coverOf(speck, place)));
    const through = (level: number): number => level + cover * (dark - level);
    return [through(red), through(green), through(blue)];
  });
};

const coverOf = ({ x, y, radius, softness, cover }: Speck, { across, down }: Place): number => {
  const distance = Math.hypot(across - x, down - y) / radius;
  const inside = Math.min(1, Math.max(0, (1 + softness - distance) / softness));
  return cover * inside * inside * (3 - 2 * inside);
};

/** Koschmieder's law: what is seen is light of the part that passes, and stray light for the rest. */
export const hazy = (picture: Picture, transmission: number, random: Random): Picture => {
  const { cos, sin } = directionOf(random);
  const slope = random.uniform(0, 0.3);
  const stray = random.uniform(195, 245);
  return mapPixels(picture, ([red, green, blue], { across, down }) => {
    const passed = transmission ** (1 + slope * (across * cos + down * sin));
    const through = (level: number): number => stray + passed * (level - stray);
    return [through(red), through(green), through(blue)];
  });
};
