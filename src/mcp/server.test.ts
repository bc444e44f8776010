import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { describe, expect, it } from "vitest";
import { fakeInspector, sampleInspection } from "../cli/testing/fake-inspector.ts";
import { GumsaError } from "../errors.ts";
import type { InspectInput, Inspector } from "../inspector.ts";
import { connected, textOf } from "./testing/connected.ts";
import { THUMBNAIL_BUDGET_BYTES } from "./thumbnails.ts";

const JPEG = new Uint8Array(30_000);

/** An inspector that draws: its thumbnails shrink with the size that is asked for. */
const drawing = (changes: Partial<Inspector> = {}): Inspector =>
  fakeInspector({
    tool: ((_: string, { longEdgePx = 0 }: { longEdgePx?: number }) =>
      Promise.resolve(JPEG.subarray(0, longEdgePx * 100))) as Inspector["tool"],
    ...changes,
  });

const call = async (client: Client, name: string, input: Record<string, unknown>): Promise<CallToolResult> =>
  (await client.callTool({ name, arguments: input })) as CallToolResult; // no tool of ours runs as a task

const base64 = (text: string): string => Buffer.from(text).toString("base64");

describe("inspect_image", () => {
  it("answers typed and as text, with a thumbnail within its budget and links to the rest", async () => {
    const answer = await call(await connected(drawing()), "inspect_image", {
      image: { data: base64("fail") },
    });
    expect(answer.structuredContent).toMatchObject({ verdict: { kind: "fail" }, product: "board" });
    expect(textOf(answer)).toContain("# fail");
    const [thumbnail] = answer.content.flatMap((block) => (block.type === "image" ? [block.data] : []));
    expect(thumbnail?.length).toBeGreaterThan(0);
    expect(thumbnail?.length).toBeLessThanOrEqual(THUMBNAIL_BUDGET_BYTES);
    const links = answer.content.flatMap((block) => (block.type === "resource_link" ? [block.uri] : []));
    expect(links).toContain(`gumsa://inspections/${sampleInspection().id}/images/source`);
  });

  it("sends no thumbnail where none is wanted", async () => {
    const asked = { image: { data: base64("pass") }, thumbnail: false };
    const { content } = await call(await connected(drawing()), "inspect_image", asked);
    expect(content.some(({ type }) => type === "image")).toBe(false);
  });

  it("takes a path, base64, a data URL and a resource alike", async () => {
    const seen: InspectInput[] = [];
    const inspector = drawing({
      inspect: async (input) => {
        seen.push(input);
        return sampleInspection();
      },
    });
    const client = await connected(inspector, {
      readFile: async (path) => ({ fileName: path, bytes: new Uint8Array([7]) }),
    });
    const images = [
      { path: "/a.png" },
      { uri: "file:///a.png" },
      { data: "AQID", fileName: "b.png" },
      { data: "data:image/png;base64,AQID" },
      { uri: `gumsa://inspections/${sampleInspection().id}/images/source` },
    ];
    for (const image of images)
      expect(await call(client, "inspect_image", { image, product: null })).not.toHaveProperty(
        "isError",
        true,
      );
    expect(
      seen.map(({ images: [first], product }) => [first?.fileName, first?.bytes.length, product]),
    ).toEqual([
      ["/a.png", 1, null],
      ["/a.png", 1, null],
      ["b.png", 3, null],
      ["image", 3, null],
      ["part.jpg", 1, null],
    ]);
  });

  it("reads no file for a caller over HTTP", async () => {
    const client = await connected(drawing(), { readFile: null });
    for (const image of [{ path: "/etc/passwd" }, { uri: "file:///etc/passwd" }]) {
      const answer = await call(client, "inspect_image", { image });
      expect(answer.isError).toBe(true);
      expect(textOf(answer)).toMatch(/^usage_invalid: .*\nNext: send the picture's bytes as data/);
    }
  });

  it("tells those who ask for it what has been done", async () => {
    const inspector = drawing({
      inspect: async (_, { onNode, onProgress } = {}) => {
        onProgress?.("build_bank", 0.41);
        onProgress?.("build_bank", 0.42);
        onNode?.("gradeCapture");
        return sampleInspection();
      },
    });
    const told: unknown[] = [];
    await (await connected(inspector)).callTool(
      { name: "inspect_image", arguments: { image: { data: "AQID" } } },
      undefined,
      { onprogress: (progress) => told.push(progress) },
    );
    expect(told).toEqual([
      { progress: 1, message: "build_bank 40 %" },
      { progress: 2, message: "gradeCapture done" },
    ]);
  });

  it("is stopped by the caller", async () => {
    const stop = new AbortController();
    let reason: unknown;
    const stopped = new Promise<void>((resolve) => {
      const inspector = drawing({
        inspect: (_, { signal } = {}) =>
          new Promise((__, reject) => {
            signal?.addEventListener("abort", () => {
              reason = signal.reason;
              reject(new GumsaError("cancelled", "stopped"));
              resolve();
            });
            stop.abort("enough");
          }),
      });
      const asking = connected(inspector).then((client) =>
        client.callTool({ name: "inspect_image", arguments: { image: { data: "AQID" } } }, undefined, {
          signal: stop.signal,
        }),
      );
      asking.catch(() => {});
    });
    await stopped;
    expect(reason).toBe("enough");
  });
});

describe("an error", () => {
  it("tells a model how to go on", async () => {
    const products = [{ id: "a" }, { id: "b" }].map(({ id }) => ({ ...sampleProductOf(id) }));
    const { products: known } = fakeInspector();
    const client = await connected(drawing({ products: { ...known, list: async () => products } }));
    const answer = await call(client, "search_manual", { question: "why?" });
    expect(answer).toMatchObject({ isError: true, _meta: { "gumsa/error": { code: "product_required" } } });
    expect(textOf(answer)).toBe(
      "product_required: Several products are registered: a, b.\nNext: call list_products, then name one of them as product",
    );
  });

  it("shows nothing of a fault", async () => {
    const answer = await call(await connected(drawing()), "inspect_image", {
      image: { data: base64("bug") },
    });
    expect(answer.isError).toBe(true);
    expect(textOf(answer)).toMatch(/^internal: /);
    expect(textOf(answer)).not.toContain("secret");
  });

  it("names what a tool does not take", async () => {
    const client = await connected(drawing());
    expect(await call(client, "find_similar_defects", {})).toMatchObject({ isError: true });
    expect(textOf(await call(client, "search_manual", { limit: 99, question: "x" }))).toContain("limit");
    expect(textOf(await call(client, "inspect_image", { image: {} }))).toContain("exactly one of path, data");
    expect(textOf(await call(client, "get_inspection", { inspection: "7" }))).toContain("take the id");
  });
});

describe("resources", () => {
  it("are the record, its pictures and what is absent", async () => {
    const client = await connected(drawing());
    const { id } = sampleInspection();
    const [record] = (await client.readResource({ uri: `gumsa://inspections/${id}` })).contents;
    expect(JSON.parse(record && "text" in record ? record.text : "")).toMatchObject({ id });
    const { contents } = await client.readResource({ uri: `gumsa://inspections/${id}/images/overlay` });
    expect(contents).toMatchObject([{ mimeType: "image/png", blob: "AQ==" }]);
    await expect(
      client.readResource({ uri: `gumsa://inspections/${id}/images/heat-map` }),
    ).rejects.toMatchObject({ code: -32002, message: expect.stringContaining("picture_unknown") });
  });
});

const sampleProductOf = (id: string) => ({
  id,
  names: { ko: id, en: id },
  views: ["front"],
  types: [],
  alpha: 0.05,
  createdAt: "2026-01-02T03:04:05.678Z",
});
