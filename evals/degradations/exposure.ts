// Too much, too little or uneven light.
import type { Picture } from "../../src/vision/picture.ts";
import { fromLight, mapLevels, mapPixels, meanLuminance, type Place, toLight } from "./pixels.ts";
import type { Random } from "./random.ts";

/** `stops` more light, or fewer where negative. */
export const exposed = (picture: Picture, stops: number): Picture =>
  mapLevels(picture, (level) => fromLight(toLight(level) * 2 ** stops));

/** Contrast about the picture's mean, times `gain`. */
export const contrasted = (picture: Picture, gain: number): Picture => {
  const mean = meanLuminance(picture);
  return mapLevels(picture, (level) => mean + gain * (level - mean));
};

/** A lamp at one side: light falls off along a random direction, from none at the bright edge. */
export const litFromOneSide = (picture: Picture, stops: number, random: Random): Picture => {
  const along = directionOf(random);
  const reach = Math.abs(along.cos) + Math.abs(along.sin);
  return mapPixels(picture, (colour, { across, down }) => {
    const depth = (across * along.cos + down * along.sin) / reach + 0.5;
    const factor = 2 ** (-stops * depth);
    const dimmed = (level: number): number => fromLight(LIGHT[level]! * factor);
    return [dimmed(colour[0]), dimmed(colour[1]), dimmed(colour[2])];
  });
};
const LIGHT = Float64Array.from({ length: 256 }, (_, level) => toLight(level));

/** An oval reflection of a lamp, brightest in the middle. */
export const reflecting = (picture: Picture, peak: number, random: Random): Picture => {
  const [middleX, middleY] = [random.uniform(-0.35, 0.35), random.uniform(-0.35, 0.35)];
  const { cos, sin } = directionOf(random);
  const radius = random.uniform(0.09, 0.2);
  const stretch = random.uniform(0.55, 1);
  const lightAt = ({ across, down }: Place): number => {
    const [x, y] = [across - middleX, down - middleY];
    const [along, aside] = [x * cos + y * sin, (y * cos - x * sin) / stretch];
    return peak * Math.exp(-(along * along + aside * aside) / (radius * radius));
  };
  return mapPixels(picture, ([red, green, blue], place) => {
    const added = lightAt(place);
    return [red + added, green + added, blue + added];
  });
};

export const directionOf = (random: Random): { readonly cos: number; readonly sin: number } => {
  const turn = random.uniform(0, 2 * Math.PI);
  return { cos: Math.cos(turn), sin: Math.sin(turn) };
};
