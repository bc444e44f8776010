import type { Picture } from "../../src/vision/picture.ts";
import { mapPixels } from "./pixels.ts";
import type { Random } from "./random.ts";

type Fault = (level: number) => number;

/** Rows or columns that the sensor reads wrongly: scattered, or side by side. */
export const withFaultyLines = (picture: Picture, count: number, random: Random): Picture => {
  const byRow = random.uniform() < 0.5;
  const lines = byRow ? picture.heightPx : picture.widthPx;
  const isRun = random.uniform() < 0.3;
  const first = random.integer(0, lines - count);
  const fault = faultOf(random);
  const faults = new Map<number, Fault>();
  while (faults.size < Math.min(count, lines)) {
    faults.set(isRun ? first + faults.size : random.integer(0, lines), fault());
  }
  return mapPixels(picture, ([red, green, blue], { x, y }) => {
    const change = faults.get(byRow ? y : x) ?? ((level: number): number => level);
    return [change(red), change(green), change(blue)];
  });
};

/** All faulty lines of a picture fail in the same way, each a little differently. */
const faultOf = (random: Random): (() => Fault) => {
  const way = random.integer(0, 3);
  return () => {
    if (way === 0) return always(random.uniform(0, 15));
    if (way === 1) return always(random.uniform(235, 255));
    const gain = random.uniform() < 0.5 ? random.uniform(0.35, 0.6) : random.uniform(1.5, 1.9);
    return (level) => level * gain;
  };
};

const always =
  (value: number): Fault =>
  () =>
    value;
