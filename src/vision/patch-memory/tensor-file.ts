// Named tensors as bytes in the safetensors layout: the header's length (8 bytes, little-endian), the
// header as JSON, the numbers. Any safetensors reader opens it.
import { z } from "zod";
import type { Tensor } from "../../inference/session.ts";

const Header = z.record(
  z.string(),
  z.object({
    dtype: z.literal("F32"),
    shape: z.array(z.int().nonnegative()),
    data_offsets: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
  }),
);

export const encodeTensors = (tensors: Readonly<Record<string, Tensor>>): Uint8Array => {
  let offset = 0;
  const entries = Object.entries(tensors).map(([name, { data, dims }]) => {
    const begin = offset;
    offset += data.byteLength;
    return [name, { dtype: "F32", shape: dims, data_offsets: [begin, offset] }] as const;
  });
  const header = JSON.stringify(Object.fromEntries(entries));
  const padded = Buffer.from(header.padEnd(Math.ceil(header.length / 8) * 8));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(padded.length));
  const numbers = Object.values(tensors).map(({ data }) =>
    Buffer.from(data.buffer, data.byteOffset, data.byteLength),
  );
  return Buffer.concat([length, padded, ...numbers]);
};

/** The tensor of that name. The caller has checked the bytes against their hash, so a wrong layout is a fault of Gumsa. */
export const decodeTensor = (bytes: Uint8Array, name: string): Tensor => {
  const { buffer, start, header } = opened(bytes);
  const entry = header[name];
  if (!entry) throw new TypeError(`the file holds no tensor called ${name}`);
  const [begin, end] = entry.data_offsets;
  const aligned = Uint8Array.from(buffer.subarray(start + begin, start + end));
  return { data: new Float32Array(aligned.buffer), dims: entry.shape };
};

export const tensorNames = (bytes: Uint8Array): string[] => Object.keys(opened(bytes).header);

const opened = (bytes: Uint8Array) => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = 8 + Number(buffer.readBigUInt64LE(0));
  return { buffer, start, header: Header.parse(JSON.parse(buffer.toString("utf8", 8, start))) };
};
