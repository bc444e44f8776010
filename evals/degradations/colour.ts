// Wrong colours: a cast, too much or too little of them, too few levels.
import type { Picture } from "../../src/vision/picture.ts";
import { luminance, mapLevels, mapPixels } from "./pixels.ts";
import type { Random } from "./random.ts";

/** Channel gains about one another around a random hue; the strongest and the weakest are `stops` apart. */
export const tinted = (picture: Picture, stops: number, random: Random): Picture => {
  const hue = random.uniform(0, 2 * Math.PI);
  const waves = [0, 1, 2].map((channel) => Math.cos(hue + (channel * 2 * Math.PI) / 3));
  const range = Math.max(...waves) - Math.min(...waves);
  const [red = 1, green = 1, blue = 1] = waves.map((wave) => 2 ** ((stops * wave) / range));
  return mapPixels(picture, ([r, g, b]) => [r * red, g * green, b * blue]);
};

export const saturated = (picture: Picture, gain: number): Picture =>
  mapPixels(picture, (colour) => {
    const grey = luminance(colour);
    const away = (level: number): number => grey + gain * (level - grey);
    return [away(colour[0]), away(colour[1]), away(colour[2])];
  });

/** `levels` evenly spaced values a channel, black and white among them. */
export const quantised = (picture: Picture, levels: number): Picture => {
  const step = 255 / (levels - 1);
  return mapLevels(picture, (level) => step * Math.round(level / step));
};
