import { expect, it } from "vitest";
import { decodeBmp } from "./bmp.ts";

/** 9 x 2 pixels of two colours: the lower row first, each padded to four bytes. */
const twoColours = (): Uint8Array => {
  const bytes = Buffer.alloc(62 + 8);
  bytes.write("BM");
  bytes.writeUInt32LE(62, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(9, 18);
  bytes.writeInt32LE(2, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(1, 28);
  bytes.set([255, 200, 100, 0], 58); // the second colour: blue, green, red
  bytes.set([0b11111111, 0b10000000], 62);
  bytes.set([0b00000001, 0b00000000], 66);
  return bytes;
};

it("reads a bitmap of two colours, of which every pixel has one of the two", () => {
  const { widthPx, heightPx, rgb } = decodeBmp(twoColours());
  expect([widthPx, heightPx]).toEqual([9, 2]);
  const pixels = Array.from({ length: 18 }, (_, i) => [...rgb.subarray(3 * i, 3 * i + 3)].join(" "));
  const [black, colour] = ["0 0 0", "100 200 255"];
  expect(pixels.slice(0, 9)).toEqual([...new Array(7).fill(black), colour, black]);
  expect(pixels.slice(9)).toEqual(new Array(9).fill(colour));
});
