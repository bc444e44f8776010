import { z } from "@hono/zod-openapi";

/** What a route that gives out bytes answers; see `sendBytes`. */
export const bytesAnswers = (mime: string, description: string) =>
  ({
    200: { description, content: { [mime]: { schema: z.any().meta({ type: "string", format: "binary" }) } } },
    206: { description: "The part that was asked for." },
    304: { description: "The caller has it." },
    416: { description: "The range lies beyond the end." },
  }) as const;

export const pictureAnswers = bytesAnswers("image/*", "The picture.");

const SIGNATURES: readonly (readonly [mime: string, signature: RegExp])[] = [
  ["image/png", /^\x89PNG/],
  ["image/jpeg", /^\xff\xd8\xff/],
  ["image/gif", /^GIF8/],
  ["image/bmp", /^BM/],
  ["image/tiff", /^(II\*\0|MM\0\*)/],
  ["image/webp", /^RIFF.{4}WEBP/s],
  ["image/avif", /^.{4}ftypavi[fs]/s],
];

/** Of bytes that begin like a picture. */
export const mimeOf = (bytes: Uint8Array): string | undefined => {
  const start = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  return SIGNATURES.find(([, signature]) => signature.test(start))?.[0];
};
