import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { fakeInspector, sampleInspection } from "../cli/testing/fake-inspector.ts";
import type { BatchInput, Inspector } from "../inspector.ts";
import { createLog } from "../log.ts";
import { createApp } from "./app.ts";

const appOf = (changes: Partial<Inspector> = {}, requestsPerMinute = 0) =>
  createApp({
    inspector: fakeInspector(changes),
    log: createLog("silent"),
    limits: { bodyBytes: 1000, requestsPerMinute },
  });

it("counts inspections by verdict, and requests by route, in each app apart", async () => {
  const recorded = new EventEmitter();
  const app = appOf({
    onRecorded: (listener) => {
      recorded.on("one", listener);
      return () => {};
    },
  });
  recorded.emit("one", { ...sampleInspection("fail"), timingsMs: { total: 900, detectAnomaly: 40 } });
  await app.request("/v1/inspections/insp_00000000000000000001");
  const text = await (await app.request("/metrics")).text();
  expect(text).toContain('gumsa_inspections_total{verdict="fail"} 1');
  expect(text).toContain('gumsa_node_seconds_sum{node="detectAnomaly"} 0.04');
  expect(text).toContain('route="/v1/inspections/:id",status="200"} 1');
  expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds \d/);
  expect(text).toMatch(/process_resident_memory_bytes \d/);
  expect(await (await appOf().request("/metrics")).text()).not.toContain("verdict=");
});

it("says how much waits, and for how long", async () => {
  const oldest = new Date(Date.now() - 30_000).toISOString();
  const { jobs } = fakeInspector();
  const none = { queued: 0, running: 0 };
  const counts = async () => ({
    interactive: { queued: 3, running: 2, oldest },
    batch: none,
    background: none,
  });
  const text = await (await appOf({ jobs: { ...jobs, counts } }).request("/metrics")).text();
  expect(text).toContain('gumsa_jobs{lane="interactive",state="queued"} 3');
  expect(text).toMatch(/gumsa_queue_oldest_seconds\{lane="interactive"\} 30/);
});

it("stops a key that asks too often, and says when to ask again", async () => {
  const app = appOf({}, 2);
  const statuses = [];
  for (let i = 0; i < 3; i++) statuses.push((await app.request("/v1/jobs")).status);
  expect(statuses).toEqual([200, 200, 429]);
  const refused = await app.request("/v1/jobs");
  expect(refused.headers.get("content-type")).toBe("application/problem+json");
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(30);
  expect(await refused.json()).toMatchObject({ code: "rate_limited", status: 429 });
  expect((await app.request("/healthz")).status).toBe(200);
});

it("is not ready where something is broken, and keeps the detail to itself", async () => {
  const app = appOf({ readiness: async () => [{ name: "store", state: "broken", detail: "/secret/path" }] });
  const response = await app.request("/readyz");
  expect(response.status).toBe(503);
  expect(await response.text()).toBe('{"isReady":false,"checks":[{"name":"store","state":"broken"}]}');
  expect((await appOf().request("/readyz")).status).toBe(200);
});

it("lets no page of its own load from elsewhere or stand in another's frame", async () => {
  const { headers } = await appOf().request("/docs");
  expect(headers.get("content-security-policy")).toContain("default-src 'self'");
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
});

it("adds a webhook with its secret, lists it without, and takes no address that is none", async () => {
  const app = appOf();
  const post = (body: object) =>
    app.request("/v1/webhooks", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const added = await post({ url: "https://line.example/alarm" });
  expect([added.status, await added.json()]).toEqual([
    201,
    expect.objectContaining({ secret: "whsec_secret" }),
  ]);
  expect(await (await app.request("/v1/webhooks")).text()).not.toContain("whsec_");
  expect((await post({ url: "file:///etc/passwd" })).status).toBe(400);
  const path = "/v1/webhooks/hook_00000000000000000000";
  expect((await app.request(path, { method: "DELETE" })).status).toBe(204);
  expect((await app.request(`${path}/deliveries`)).status).toBe(200);
});

it("writes each request down with the inspection that it is about", async () => {
  const lines: unknown[] = [];
  const log = { ...createLog("silent"), info: (line: unknown) => void lines.push(line) };
  const app = createApp({ inspector: fakeInspector(), log, limits: { bodyBytes: 1000 } });
  const { id } = sampleInspection();
  await app.request(`/v1/inspections/${id}`);
  await app.request("/v1/inspections", { method: "POST", body: "x" });
  expect(lines).toMatchObject([
    { method: "GET", inspection: id, status: 200, who: "local" },
    { method: "POST", inspection: id, status: 201 },
  ]);
});

it("takes a batch from a form or from ids, and lets nothing else pass for one", async () => {
  const seen: BatchInput[] = [];
  const { batches } = fakeInspector();
  const app = appOf({
    batches: {
      ...batches,
      add: async (input, caller) => {
        seen.push(input);
        return batches.add(input, caller);
      },
    },
  });
  const form = new FormData();
  form.append("image", new File(["a"], "../a.png"));
  form.append("image", new File(["b"], "b.png"));
  form.set("inspection", sampleInspection().id);
  form.set("product", "board");
  const answer = await app.request("/v1/batches", { method: "POST", body: form });
  expect([answer.status, answer.headers.get("location")]).toEqual([
    202,
    `/v1/batches/batch_${"0".repeat(20)}`,
  ]);
  expect(seen).toMatchObject([
    {
      pictures: [{ fileName: "a.png" }, { fileName: "b.png" }],
      inspections: [sampleInspection().id],
      product: "board",
    },
  ]);
  const json = { method: "POST", headers: { "content-type": "application/json" } };
  const post = async (body: string) => (await app.request("/v1/batches", { ...json, body })).status;
  expect(await post(JSON.stringify({ inspections: [sampleInspection().id] }))).toBe(202);
  expect(await post('{"pictures":["../../etc/passwd"]}')).toBe(400);
  expect((await app.request("/v1/batches", { method: "POST", body: "x" })).status).toBe(400);
  expect((await app.request("/v1/batches/nothing/items", { method: "POST", body: form })).status).toBe(404);
});

it("takes a picture by its address only where that is allowed", async () => {
  const send = (changes: Partial<Inspector>) =>
    appOf(changes).request("/v1/inspections", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ images: [{ url: "https://camera.example/../a.png" }] }),
    });
  expect(await (await send({})).json()).toMatchObject({ status: 403, code: "fetch_disabled" });
  const fetchPicture = async () => ({ fileName: "a.png", bytes: new Uint8Array([1]) });
  expect((await send({ fetchPicture })).status).toBe(201);
});
