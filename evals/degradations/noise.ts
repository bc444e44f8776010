// What the sensor adds. A grey picture stays grey: its camera has one channel.
import type { Picture } from "../../src/vision/picture.ts";
import { type Colour, isGrey, mapPixels } from "./pixels.ts";
import type { Random } from "./random.ts";

/** Read-out noise, independent in each channel. */
export const grainy = (picture: Picture, sigma: number, random: Random): Picture =>
  eachValue(picture, (level) => level + sigma * random.normal());

/** Photons counted by a camera with a linear response; `sigma` at mid-grey. */
export const photonNoise = (picture: Picture, sigma: number, random: Random): Picture => {
  const electrons = (127.5 / sigma) ** 2 / 127.5;
  return eachValue(picture, (level) => random.poisson(level * electrons) / electrons);
};

/** Pixels that are black or white, in equal parts. */
export const salted = (picture: Picture, share: number, random: Random): Picture =>
  mapPixels(picture, (colour) => {
    if (random.uniform() >= share) return colour;
    return random.uniform() < 0.5 ? [0, 0, 0] : [255, 255, 255];
  });

/** Every row, or every column, has an offset of its own. */
export const striped = (picture: Picture, sigma: number, random: Random): Picture => {
  const byRow = random.uniform() < 0.5;
  const lines = byRow ? picture.heightPx : picture.widthPx;
  const offsets = Float32Array.from({ length: lines }, () => sigma * random.normal());
  return mapPixels(picture, ([red, green, blue], { x, y }) => {
    const offset = offsets[byRow ? y : x]!;
    return [red + offset, green + offset, blue + offset];
  });
};

const eachValue = (picture: Picture, change: (level: number) => number): Picture => {
  if (!isGrey(picture)) return mapPixels(picture, (colour) => colour.map(change) as unknown as Colour); // as long as it was
  return mapPixels(picture, ([grey]) => {
    const level = change(grey);
    return [level, level, level];
  });
};
