// A picture with nothing but a number on it, to ask a language model whether it sees.
import sharp from "sharp";
import { drawMark, markWidth } from "./glyphs.ts";

const WIDTH_PX = 448;
const HEIGHT_PX = 336;
const UNIT_PX = 14;
const DIGIT_HEIGHT_UNITS = 7;

export interface CanaryPicture {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A JPEG: dark digits on light grey, large enough for a model of few pixels. */
export const drawCanary = async (number: number): Promise<CanaryPicture> => {
  const left = (WIDTH_PX - markWidth(String(number)) * UNIT_PX) / 2;
  const top = (HEIGHT_PX - DIGIT_HEIGHT_UNITS * UNIT_PX) / 2;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH_PX}" height="${HEIGHT_PX}">
    <rect width="100%" height="100%" fill="#e8e8e8"/>
    <g transform="translate(${left} ${top}) scale(${UNIT_PX})" fill="none" stroke="#101010" stroke-width="0.9"
      stroke-linecap="square">${drawMark(String(number))}</g></svg>`;
  const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer();
  return { bytes, widthPx: WIDTH_PX, heightPx: HEIGHT_PX };
};
