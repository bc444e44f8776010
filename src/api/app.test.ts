import { describe, expect, it } from "vitest";
import { fakeInspector, sampleInspection } from "../cli/testing/fake-inspector.ts";
import type { ApiKey } from "../domain/api-key.ts";
import { GumsaError } from "../errors.ts";
import type { InspectInput, Inspector } from "../inspector.ts";
import { createLog } from "../log.ts";
import { createApp } from "./app.ts";

const appOf = (changes: Partial<Inspector> = {}) =>
  createApp({ inspector: fakeInspector(changes), log: createLog("silent"), limits: { bodyBytes: 1000 } });

const keys = (...known: readonly Pick<ApiKey, "name" | "role">[]): Partial<Inspector> => {
  const all = known.map((key) => ({ ...key, createdAt: "2026-01-02T03:04:05.678Z" }));
  const { keys: none } = fakeInspector();
  return {
    keys: { ...none, list: async () => all, find: async (secret) => all.find(({ name }) => name === secret) },
  };
};

/** What reaches the inspector. */
const uploaded = async (
  body: string | FormData | Uint8Array<ArrayBuffer>,
  { path = "/v1/inspections", headers = {} } = {},
): Promise<InspectInput> => {
  const seen: InspectInput[] = [];
  const { jobs } = fakeInspector();
  const app = appOf({
    jobs: {
      ...jobs,
      inspect: async (input, accepted) => {
        seen.push(input);
        return jobs.inspect(input, accepted);
      },
    },
  });
  const response = await app.request(path, { method: "POST", body, headers });
  expect(response.status).toBe(201);
  return seen[0] as InspectInput; // the status says that it was called
};

describe("an upload", () => {
  const pixels = new Uint8Array([1, 2, 3]);

  it("is read from a form, with a picture for each view", async () => {
    const form = new FormData();
    form.set("image", new File([pixels], "../../etc/part.jpg"));
    form.set("image.ct", new File([pixels], "ct.png"));
    form.set("product", "board");
    form.set("metadata", '{"station":4}');
    expect(await uploaded(form, { path: "/v1/inspections?language=ko" })).toEqual({
      images: [
        { fileName: "part.jpg", bytes: pixels, view: "front" },
        { fileName: "ct.png", bytes: pixels, view: "ct" },
      ],
      product: "board",
      language: "ko",
      metadata: { station: 4 },
    });
  });

  it("is read from a raw body, and names no product for the capture alone", async () => {
    const path = "/v1/inspections?product=&language=ko&fileName=a.png";
    const input = await uploaded(pixels, { path, headers: { "content-type": "image/png" } });
    expect(input).toEqual({
      images: [{ fileName: "a.png", bytes: pixels, view: "front" }],
      product: null,
      language: "ko",
    });
  });

  it("is read from JSON", async () => {
    const body = JSON.stringify({ images: [{ data: "AQID" }], writer: "rule" });
    const input = await uploaded(body, { headers: { "content-type": "application/json" } });
    expect(input).toEqual({ images: [{ fileName: "image", bytes: pixels, view: "front" }], writer: "rule" });
  });
});

describe("a problem", () => {
  const problem = async (path: string, init: RequestInit = {}, app = appOf()): Promise<[number, string]> => {
    const response = await app.request(path, init);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const { code, status, instance } = (await response.json()) as Record<string, string>;
    expect(status).toBe(response.status);
    expect(instance).toBe(response.headers.get("x-request-id"));
    return [response.status, code ?? ""];
  };

  it("answers what cannot be read, is not there, or is too large", async () => {
    expect(await problem("/v1/inspections?limit=many")).toEqual([400, "usage_invalid"]);
    expect(await problem("/v1/nothing")).toEqual([404, "route_unknown"]);
    expect(await problem("/v1/inspections", { method: "POST", body: new Uint8Array(2000) })).toEqual([
      413,
      "body_too_large",
    ]);
    expect(
      await problem("/v1/inspections", {
        method: "POST",
        body: "{",
        headers: { "content-type": "application/json" },
      }),
    ).toEqual([400, "usage_invalid"]);
  });

  it("answers a field or filter that is misspelt, rather than to leave it out", async () => {
    expect(await problem("/v1/stats?verdcit=fail")).toEqual([400, "usage_invalid"]);
    const body = new FormData();
    body.set("image", new File(["pass"], "part.jpg"));
    body.set("langauge", "ko");
    expect(await problem("/v1/inspections", { method: "POST", body })).toEqual([400, "usage_invalid"]);
  });

  it("says what to do next in the words of HTTP", async () => {
    const { products } = fakeInspector();
    const show = async (): Promise<never> => {
      throw new GumsaError("product_unknown", "There is no product x.", { hint: "gumsa product list" });
    };
    const response = await appOf({ products: { ...products, show } }).request("/v1/products/x");
    expect(await response.json()).toMatchObject({ hint: "GET /v1/products lists them" });
  });

  it("shows nothing of a fault but an id", async () => {
    const app = appOf({
      inspections: {
        ...fakeInspector().inspections,
        list: async () => {
          throw new TypeError("secret detail");
        },
      },
    });
    expect(await problem("/v1/inspections", {}, app)).toEqual([500, "internal"]);
    expect(await (await app.request("/v1/inspections")).text()).not.toContain("secret");
  });
});

describe("access", () => {
  const status = async (app: ReturnType<typeof appOf>, headers: Record<string, string>): Promise<number> =>
    (await app.request("/v1/inspections", { headers })).status;

  it("without keys is this machine's, and no other site's", async () => {
    expect(await status(appOf(), { host: "127.0.0.1:8080" })).toBe(200);
    expect(await status(appOf(), { host: "localhost:8080", "sec-fetch-site": "same-origin" })).toBe(200);
    expect(await status(appOf(), { host: "evil.example" })).toBe(403);
    expect(await status(appOf(), { host: "localhost:8080", "sec-fetch-site": "cross-site" })).toBe(403);
  });

  it("with keys is their holders'", async () => {
    const app = appOf(keys({ name: "line", role: "worker" }));
    expect(await status(app, {})).toBe(401);
    expect(await status(app, { authorization: "Bearer wrong" })).toBe(401);
    expect(await status(app, { authorization: "Bearer line" })).toBe(200);
    expect(await status(app, { "x-api-key": "line" })).toBe(200);
    expect((await app.request("/healthz")).status).toBe(200);
  });
});

it("shows who changed what to an admin only", async () => {
  const app = (role: ApiKey["role"]) => appOf(keys({ name: "k", role }));
  const status = async (role: ApiKey["role"]) =>
    (await app(role).request("/v1/audit", { headers: { "x-api-key": "k" } })).status;
  expect([await status("worker"), await status("engineer"), await status("admin")]).toEqual([403, 403, 200]);
});

it("writes changes down with their outcome, and questions not", async () => {
  const written: unknown[] = [];
  const app = appOf({ audit: { add: async (entry) => void written.push(entry), list: async () => [] } });
  await app.request("/v1/inspections");
  await app.request("/v1/inspections", { method: "POST", body: "x" });
  await app.request("/v1/inspections", { method: "POST", body: new Uint8Array(2000) });
  expect(written).toMatchObject([
    { who: "local", action: "POST /v1/inspections", status: 201 },
    { who: "local", action: "POST /v1/inspections", status: 413 },
  ]);
});

it("stops the work of a client that has gone, unless it can ask again", async () => {
  const cancelled: string[] = [];
  const { jobs } = fakeInspector();
  const app = appOf({
    jobs: {
      ...jobs,
      wait: (_, signal) =>
        new Promise((__, reject) => signal?.addEventListener("abort", () => reject(signal.reason))),
      cancel: async (id) => {
        cancelled.push(id);
        return jobs.cancel(id);
      },
    },
  });
  const leave = async (headers: Record<string, string>): Promise<void> => {
    const signal = AbortSignal.timeout(20);
    await app.request("/v1/inspections", { method: "POST", body: "x", headers, signal });
  };
  await leave({ "idempotency-key": "part-17" });
  expect(cancelled).toEqual([]);
  await leave({});
  expect(cancelled).toHaveLength(1);
});

it("answers with the finished record, or at once with the job", async () => {
  const now = await appOf().request("/v1/inspections", { method: "POST", body: "x" });
  expect([now.status, await now.json()]).toEqual([201, sampleInspection()]);
  const later = await appOf().request("/v1/inspections", {
    method: "POST",
    body: "x",
    headers: { prefer: "respond-async" },
  });
  expect([later.status, later.headers.get("location")]).toEqual([
    202,
    `/v1/inspections/${sampleInspection().id}`,
  ]);
});

it("tells why an accepted inspection was not made", async () => {
  const { jobs, inspections } = fakeInspector();
  const job = await jobs.get("");
  const error = { code: "image_damaged", message: "The picture ends too early.", hint: "send it again" };
  const app = (changes: Partial<typeof job>) =>
    appOf({
      jobs: { ...jobs, list: async () => [{ ...job, ...changes }] },
      inspections: {
        ...inspections,
        get: async () => {
          throw new GumsaError("inspection_unknown", "There is none.");
        },
      },
    });
  const shown = async (changes: Partial<typeof job>) =>
    (await app(changes).request(`/v1/inspections/${sampleInspection().id}`)).json();
  expect(await shown({ state: "failed", error })).toMatchObject({ status: 422, code: "image_damaged" });
  expect(await shown({ state: "cancelled" })).toMatchObject({ status: 503, code: "cancelled" });
  expect(await shown({ state: "done" })).toMatchObject({ status: 404, code: "inspection_unknown" });
});

it("describes every route, and serves the reference from this machine", async () => {
  const document = (await (await appOf().request("/openapi.json")).json()) as { paths: object };
  expect(Object.keys(document.paths)).toContain("/v1/inspections/{id}/events");
  const page = await (await appOf().request("/docs")).text();
  const guarded = appOf(keys({ name: "line", role: "worker" })); // a browser sends no key with a page
  for (const [, link] of page.matchAll(/(?:src|href)="([^"]+)"/g)) {
    expect((await guarded.request(link ?? "")).status).toBe(200);
  }
  for (const path of ["/docs", "/docs/errors", "/openapi.json"])
    expect((await guarded.request(path)).status).toBe(200);
  expect((await guarded.request("/docs/../v1/products")).status).toBe(401);
});
