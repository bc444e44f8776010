// Windows bitmaps, which cameras on the line still write and sharp does not read.
import { decode } from "bmp-ts";
import type { Picture } from "./picture.ts";

const HEADER_BYTES = 30;
const FILE_HEADER_BYTES = 14;

/** The size in pixels from a bitmap's header; undefined when the bytes are not a bitmap with a 40-byte header or newer. */
export const readBmpSize = (bytes: Uint8Array): { widthPx: number; heightPx: number } | undefined => {
  if (bytes.length < HEADER_BYTES || bytes[0] !== 0x42 || bytes[1] !== 0x4d) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(FILE_HEADER_BYTES, true) < 40) return undefined;
  return { widthPx: view.getInt32(18, true), heightPx: Math.abs(view.getInt32(22, true)) };
};

/** Throws a RangeError when the file is shorter than its header says. */
export const decodeBmp = (bytes: Uint8Array): Picture => {
  refuseTruncated(bytes);
  if (bitsAPixelOf(bytes) === 1) return decodeTwoColours(bytes);
  const { width, height, data } = decode(Buffer.from(bytes), { toRGBA: true });
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) rgb.set(data.subarray(4 * i, 4 * i + 3), 3 * i);
  return { widthPx: width, heightPx: height, rgb };
};

/** The decoder itself reads past a short file without a word. */
const refuseTruncated = (bytes: Uint8Array): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { widthPx = 0, heightPx = 0 } = readBmpSize(bytes) ?? {};
  const isCompressed = view.getUint32(30, true) === 1 || view.getUint32(30, true) === 2;
  const bitsAPixel = bitsAPixelOf(bytes);
  const rowBytes = Math.ceil((widthPx * bitsAPixel) / 32) * 4;
  const needed = view.getUint32(10, true) + (isCompressed ? 1 : rowBytes * heightPx);
  if (bytes.length < needed) throw new RangeError(`${bytes.length} bytes where ${needed} are needed`);
};

const bitsAPixelOf = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint16(28, true);

/** Masks are often kept so. The decoder blackens one channel of every other pixel of them (bmp-ts 1.0.9). */
const decodeTwoColours = (bytes: Uint8Array): Picture => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { widthPx = 0, heightPx = 0 } = readBmpSize(bytes) ?? {};
  const isTopFirst = view.getInt32(22, true) < 0;
  const palette = FILE_HEADER_BYTES + view.getUint32(FILE_HEADER_BYTES, true);
  const rowBytes = Math.ceil(widthPx / 32) * 4;
  const rgb = new Uint8Array(3 * widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    const row = view.getUint32(10, true) + rowBytes * (isTopFirst ? y : heightPx - 1 - y);
    for (let x = 0; x < widthPx; x++) {
      const index = (bytes[row + (x >> 3)]! >> (7 - (x & 7))) & 1;
      const colour = palette + 4 * index; // blue, green, red, nothing
      rgb.set([bytes[colour + 2]!, bytes[colour + 1]!, bytes[colour]!], 3 * (y * widthPx + x));
    }
  }
  return { widthPx, heightPx, rgb };
};
