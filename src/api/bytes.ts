// Stored bytes never change under their hash, so that a browser need not ask for them twice.
import type { Context } from "hono";

export interface StoredBytes {
  readonly bytes: Uint8Array;
  readonly mime: string;
  /** What names these bytes and no others. */
  readonly tag: string;
}

/** Answers 200, 206 for one byte range, 304 for what the caller has, 416 for a range beyond the end. */
export const sendBytes = (context: Context, { bytes, mime, tag }: StoredBytes): Response => {
  const etag = `"${tag}"`;
  const headers: Record<string, string> = {
    etag,
    "cache-control": "private, max-age=31536000, immutable",
    "accept-ranges": "bytes",
    "content-type": mime,
  };
  if (context.req.header("if-none-match")?.split(/,\s*/).includes(etag))
    return new Response(null, { status: 304, headers });
  const range = rangeOf(context.req.header("range"), bytes.length);
  if (range === undefined) return new Response(new Uint8Array(bytes), { headers });
  if (range === "beyond") {
    return new Response(null, {
      status: 416,
      headers: { ...headers, "content-range": `bytes */${bytes.length}` },
    });
  }
  headers["content-range"] = `bytes ${range.from}-${range.to}/${bytes.length}`;
  return new Response(new Uint8Array(bytes.subarray(range.from, range.to + 1)), { status: 206, headers });
};

/** RFC 9110, section 14.1.2; several ranges at once are answered with the whole. */
const rangeOf = (
  header: string | undefined,
  length: number,
): { from: number; to: number } | "beyond" | undefined => {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === undefined || last === undefined || first + last === "") return undefined;
  const from = first === "" ? Math.max(0, length - Number(last)) : Number(first);
  const to = first === "" || last === "" ? length - 1 : Math.min(Number(last), length - 1);
  return from > to ? "beyond" : { from, to };
};
