// Ways to walk over a picture's pixels. Borders are mirrored; results are rounded and kept within a byte.
import type { Picture } from "../../src/vision/picture.ts";

/** Uint8ClampedArray rounds and clips what is written to it. */
export const pictureOf = ({ widthPx, heightPx }: Picture, values: ArrayLike<number>): Picture => ({
  widthPx,
  heightPx,
  rgb: new Uint8Array(Uint8ClampedArray.from(values).buffer),
});

/** Each channel value through a table. */
export const mapLevels = (picture: Picture, change: (level: number) => number): Picture => {
  const table = Uint8ClampedArray.from({ length: 256 }, (_, level) => change(level));
  return { ...picture, rgb: picture.rgb.map((level) => table[level]!) };
};

export interface Place {
  readonly x: number;
  readonly y: number;
  /** -0.5 to 0.5 from edge to edge. */
  readonly across: number;
  readonly down: number;
}

export type Colour = readonly [red: number, green: number, blue: number];

/** Each pixel from its colour and its place. */
export const mapPixels = (picture: Picture, change: (colour: Colour, place: Place) => Colour): Picture => {
  const { widthPx, heightPx, rgb } = picture;
  const values = new Float32Array(rgb.length);
  for (let y = 0, i = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, i += 3) {
      const place = { x, y, across: (x + 0.5) / widthPx - 0.5, down: (y + 0.5) / heightPx - 0.5 };
      values.set(change([rgb[i]!, rgb[i + 1]!, rgb[i + 2]!], place), i);
    }
  }
  return pictureOf(picture, values);
};

/** Rec. 601. */
export const luminance = ([red, green, blue]: Colour): number => 0.299 * red + 0.587 * green + 0.114 * blue;

export const meanLuminance = ({ rgb }: Picture): number => {
  let sum = 0;
  for (let i = 0; i < rgb.length; i += 3) sum += luminance([rgb[i]!, rgb[i + 1]!, rgb[i + 2]!]);
  return (3 * sum) / rgb.length;
};

/** A pixel beyond the border is the one as far inside. */
export const mirrored = (position: number, sidePx: number): number => {
  const period = 2 * sidePx - 2;
  if (period === 0) return 0;
  const folded = ((position % period) + period) % period;
  return folded < sidePx ? folded : period - folded;
};

/** Relative light of an sRGB level and back (IEC 61966-2-1). */
export const toLight = (level: number): number =>
  level <= 10.31475 ? level / 255 / 12.92 : ((level / 255 + 0.055) / 1.055) ** 2.4;

export const fromLight = (light: number): number =>
  255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * Math.min(1, light) ** (1 / 2.4) - 0.055);

export const isGrey = ({ rgb }: Picture): boolean => {
  for (let i = 0; i < rgb.length; i += 3) {
    if (rgb[i] !== rgb[i + 1] || rgb[i] !== rgb[i + 2]) return false;
  }
  return true;
};
