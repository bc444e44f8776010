// Bytes to pixels: any format and depth that sharp reads becomes upright 8-bit sRGB. Transparency is laid
// on white; of an animation the first frame counts. What cannot be decoded wholly is refused.
import sharp, { type Metadata, type Sharp } from "sharp";
import { GumsaError } from "../errors.ts";
import { decodeBmp, readBmpSize } from "./bmp.ts";
import type { Picture } from "./picture.ts";

export interface DecodeOptions {
  /** Named in errors. */
  readonly fileName: string;
  readonly maxPixels: number;
}

/** The facts of a picture's header. Width and height are those of the upright picture. */
export interface PictureHeader {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly format: string;
  readonly frames: number;
}

const SMALLEST_SIDE_PX = 32;

/** Throws `image_unreadable`, `image_too_large` or `image_too_small`. Reads the header only. */
export const readHeader = async (bytes: Uint8Array, options: DecodeOptions): Promise<PictureHeader> => {
  if (bytes.length === 0) throw unreadable(options.fileName, "it is empty (0 bytes)");
  const bmp = readBmpSize(bytes);
  const header: PictureHeader = bmp
    ? { ...bmp, format: "bmp", frames: 1 }
    : await headerBySharp(bytes, options);
  checkSize(header, options);
  return header;
};

/** Decodes every pixel. Throws `image_damaged` besides what `readHeader` throws. */
export const decodePicture = async (bytes: Uint8Array, options: DecodeOptions): Promise<Picture> => {
  const { format } = await readHeader(bytes, options);
  try {
    return format === "bmp" ? decodeBmp(bytes) : await decodeBySharp(bytes);
  } catch (cause) {
    throw new GumsaError(
      "image_damaged",
      `${options.fileName} is damaged: its picture data end too early or are broken.`,
      { hint: "take or copy the picture again", cause },
    );
  }
};

const decodeBySharp = async (bytes: Uint8Array): Promise<Picture> => {
  const { data, info } = await open(bytes)
    .autoOrient()
    .flatten({ background: "white" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, rgb: info.channels === 3 ? data : tripled(data) };
};

const headerBySharp = async (bytes: Uint8Array, { fileName }: DecodeOptions): Promise<PictureHeader> =>
  upright(
    await open(bytes)
      .metadata()
      .catch((cause: unknown) => {
        throw unreadable(fileName, "no format that Gumsa reads", cause);
      }),
  );

/** `failOn: "truncated"` refuses half a picture; the pixel limit is checked by `checkSize` with a clear message. */
const open = (bytes: Uint8Array): Sharp =>
  sharp(bytes, { failOn: "truncated", limitInputPixels: false, sequentialRead: true });

const upright = ({ width, height, orientation, format, pages, pageHeight }: Metadata): PictureHeader => {
  const frameHeight = pageHeight ?? height;
  const isTurned = (orientation ?? 1) >= 5;
  return {
    widthPx: isTurned ? frameHeight : width,
    heightPx: isTurned ? width : frameHeight,
    format,
    frames: pages ?? 1,
  };
};

const checkSize = ({ widthPx, heightPx }: PictureHeader, { fileName, maxPixels }: DecodeOptions): void => {
  const size = `${widthPx} x ${heightPx} pixels`;
  if (widthPx * heightPx > maxPixels) {
    throw new GumsaError(
      "image_too_large",
      `${fileName} has ${size}; the limit is ${maxPixels / 1e6} megapixels.`,
      {
        hint: "crop or scale the picture, or raise GUMSA_MAX_MEGAPIXELS",
      },
    );
  }
  if (Math.min(widthPx, heightPx) < SMALLEST_SIDE_PX) {
    throw new GumsaError(
      "image_too_small",
      `${fileName} has ${size}; each side needs ${SMALLEST_SIDE_PX} at least.`,
      {
        hint: "inspect the picture at the camera's own resolution",
      },
    );
  }
};

const unreadable = (fileName: string, why: string, cause?: unknown): GumsaError =>
  new GumsaError("image_unreadable", `${fileName} is not a picture: ${why}.`, {
    hint: "use JPEG, PNG, WebP, TIFF, BMP, GIF or AVIF",
    cause,
  });

/** A grey picture comes with one channel. */
const tripled = (grey: Uint8Array): Uint8Array => {
  const rgb = new Uint8Array(grey.length * 3);
  for (let i = 0; i < grey.length; i++) rgb.fill(grey[i]!, 3 * i, 3 * i + 3);
  return rgb;
};
