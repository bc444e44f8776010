// One tensor as bytes in the safetensors layout: the header's length (8 bytes, little-endian), the header
// as JSON, the numbers. Any safetensors reader opens it.
import { z } from "zod";
import type { Tensor } from "../../inference/session.ts";

const NAME = "vectors";
const Header = z.object({
  [NAME]: z.object({
    dtype: z.literal("F32"),
    shape: z.array(z.int().nonnegative()),
    data_offsets: z.tuple([z.literal(0), z.int().nonnegative()]),
  }),
});

export const encodeTensor = ({ data, dims }: Tensor): Uint8Array => {
  const header = JSON.stringify({
    [NAME]: { dtype: "F32", shape: dims, data_offsets: [0, data.byteLength] },
  });
  const padded = Buffer.from(header.padEnd(Math.ceil(header.length / 8) * 8));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(padded.length));
  return Buffer.concat([length, padded, Buffer.from(data.buffer, data.byteOffset, data.byteLength)]);
};

/** The caller has checked the bytes against their hash; a wrong layout is a fault of Gumsa. */
export const decodeTensor = (bytes: Uint8Array): Tensor => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = 8 + Number(buffer.readBigUInt64LE(0));
  const { shape } = Header.parse(JSON.parse(buffer.toString("utf8", 8, start)))[NAME];
  return { data: new Float32Array(Uint8Array.from(bytes.subarray(start)).buffer), dims: shape };
};
