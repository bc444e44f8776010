import { deflateSync } from "node:zlib";
import { encode } from "bmp-ts";
import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { decodePicture, readHeader } from "./decode.ts";

const options = { fileName: "part.png", maxPixels: 1e8 };
const decode = (bytes: Uint8Array) => decodePicture(bytes, options);

/** 60 x 40: red on the left, blue on the right. */
const halves = (): Sharp =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: "#c00000" } }).composite([
    { input: { create: { width: 30, height: 40, channels: 3, background: "#0000c0" } }, left: 30, top: 0 },
  ]);
const noise = (widthPx: number, heightPx: number): Sharp =>
  sharp({
    create: {
      width: widthPx,
      height: heightPx,
      channels: 3,
      background: "grey",
      noise: { type: "gaussian", mean: 128, sigma: 40 },
    },
  });
const pixelAt = ({ rgb, widthPx }: { rgb: Uint8Array; widthPx: number }, x: number, y: number) => [
  ...rgb.subarray(3 * (y * widthPx + x), 3 * (y * widthPx + x) + 3),
];
const isRed = ([red = 0, green = 0, blue = 0]: number[]) => red > 150 && green < 60 && blue < 60;
const isBlue = ([red = 0, green = 0, blue = 0]: number[]) => blue > 110 && red < 90 && green < 90;

const bitmap = async (): Promise<Buffer> => {
  const { data } = await halves().ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const abgr = Buffer.alloc(data.length);
  for (let i = 0; i < data.length; i += 4)
    abgr.set([255, data[i + 2] ?? 0, data[i + 1] ?? 0, data[i] ?? 0], i);
  return Buffer.from(encode({ data: abgr, width: 60, height: 40, bitPP: 24 }).data);
};

describe("decoding", () => {
  it.each([
    ["PNG", () => halves().png().toBuffer()],
    ["JPEG", () => halves().jpeg({ quality: 95 }).toBuffer()],
    ["WebP", () => halves().webp({ lossless: true }).toBuffer()],
    ["TIFF", () => halves().tiff().toBuffer()],
    ["BMP", bitmap],
    ["16-bit PNG", () => halves().toColourspace("rgb16").png().toBuffer()],
    ["CMYK JPEG", () => halves().toColourspace("cmyk").jpeg({ quality: 95 }).toBuffer()],
    ["PNG with alpha", () => halves().ensureAlpha(1).png().toBuffer()],
    ["palette PNG", () => halves().png({ palette: true }).toBuffer()],
  ])("reads %s as upright 8-bit RGB", async (_, make) => {
    const picture = await decode(await make());
    expect([picture.widthPx, picture.heightPx, picture.rgb.length]).toEqual([60, 40, 7200]);
    expect(isRed(pixelAt(picture, 10, 20))).toBe(true);
    expect(isBlue(pixelAt(picture, 50, 20))).toBe(true);
  });

  it("reads grey, and grey with alpha, as three equal channels", async () => {
    for (const image of [halves().greyscale(), halves().greyscale().ensureAlpha(1)]) {
      const [red, green, blue] = pixelAt(await decode(await image.png().toBuffer()), 10, 10);
      expect([green, blue]).toEqual([red, red]);
    }
  });

  it("lays what is transparent on white", async () => {
    const clear = sharp({
      create: { width: 40, height: 40, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
    });
    expect(pixelAt(await decode(await clear.png().toBuffer()), 5, 5)).toEqual([255, 255, 255]);
  });

  it("turns a picture as its EXIF says", async () => {
    const turned = await halves().jpeg({ quality: 95 }).withMetadata({ orientation: 6 }).toBuffer();
    const picture = await decode(turned);
    expect([picture.widthPx, picture.heightPx]).toEqual([40, 60]);
    expect(isRed(pixelAt(picture, 20, 5))).toBe(true);
    expect(await readHeader(turned, options)).toMatchObject({ widthPx: 40, heightPx: 60 });
  });

  it.each(["gif", "webp"] as const)("takes the first frame of an animated %s", async (format) => {
    const frames = await sharp([await halves().png().toBuffer(), await halves().negate().png().toBuffer()], {
      join: { animated: true },
    })
      .toFormat(format)
      .toBuffer();
    expect(await readHeader(frames, options)).toMatchObject({ frames: 2, widthPx: 60, heightPx: 40 });
    expect(isRed(pixelAt(await decode(frames), 10, 20))).toBe(true);
  });
});

describe("what cannot be decoded", () => {
  it.each([
    ["nothing", async () => new Uint8Array(), "image_unreadable"],
    ["text", async () => Buffer.from("not a picture at all"), "image_unreadable"],
    ["a bitmap's first bytes", async () => (await bitmap()).subarray(0, 20), "image_unreadable"],
    ["half a JPEG", async () => half(await noise(300, 300).jpeg().toBuffer()), "image_damaged"],
    ["half a PNG", async () => half(await noise(300, 300).png().toBuffer()), "image_damaged"],
    ["half a bitmap", async () => half(await bitmap()), "image_damaged"],
    ["8 x 8 pixels", () => noise(8, 8).png().toBuffer(), "image_too_small"],
    ["a header of 40,000 x 40,000", async () => hugePng(), "image_too_large"],
  ])("%s ends in one clear error", async (_, make, code) => {
    await expect(decode(await make())).rejects.toMatchObject({
      code,
      message: expect.stringContaining("part.png"),
      hint: expect.any(String),
    });
  });
});

const half = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length >> 1);

/** A PNG of a few bytes whose header promises 1.6 gigapixels. */
const hugePng = (): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(40_000, 0);
  header.writeUInt32BE(40_000, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(64))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
};

const crc32 = (bytes: Buffer): number => {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
};
