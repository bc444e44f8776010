import { Hono } from "hono";
import { expect, it } from "vitest";
import { sendBytes } from "./bytes.ts";

const app = new Hono().get("/", (context) =>
  sendBytes(context, { bytes: new Uint8Array([0, 1, 2, 3, 4]), mime: "image/png", tag: "sha256:a" }),
);
const got = async (headers: Record<string, string>): Promise<[number, number[], string | null]> => {
  const response = await app.request("/", { headers });
  return [
    response.status,
    [...new Uint8Array(await response.arrayBuffer())],
    response.headers.get("content-range"),
  ];
};

it("gives all of it, or the part that was asked for", async () => {
  expect(await got({})).toEqual([200, [0, 1, 2, 3, 4], null]);
  expect(await got({ range: "bytes=1-2" })).toEqual([206, [1, 2], "bytes 1-2/5"]);
  expect(await got({ range: "bytes=3-" })).toEqual([206, [3, 4], "bytes 3-4/5"]);
  expect(await got({ range: "bytes=-2" })).toEqual([206, [3, 4], "bytes 3-4/5"]);
  expect(await got({ range: "bytes=3-99" })).toEqual([206, [3, 4], "bytes 3-4/5"]);
  expect(await got({ range: "bytes=5-" })).toEqual([416, [], "bytes */5"]);
  expect(await got({ range: "bytes=-" })).toEqual([200, [0, 1, 2, 3, 4], null]);
});

it("sends nothing that the caller has already", async () => {
  expect(await got({ "if-none-match": '"sha256:a"' })).toEqual([304, [], null]);
  expect((await got({ "if-none-match": '"sha256:b"' }))[0]).toBe(200);
});
