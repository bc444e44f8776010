import { once } from "node:events";
import { connect } from "node:net";
import { expect, it } from "vitest";
import { fakeInspector } from "../cli/testing/fake-inspector.ts";
import { createLog } from "../log.ts";
import { type ServeOptions, startService } from "./serve.ts";

const start = (changes: Partial<ServeOptions> = {}) =>
  startService({
    inspector: fakeInspector(),
    log: createLog("silent"),
    limits: { bodyBytes: 1000, requestTimeoutMs: 10_000 },
    hostname: "127.0.0.1",
    port: 0,
    ...changes,
  });

it("cuts off a request that does not arrive in time, while others are answered", async () => {
  await using service = await start({ limits: { bodyBytes: 1000, requestTimeoutMs: 200 } });
  const { port } = new URL(service.url);
  const slow = connect(Number(port), "127.0.0.1");
  slow.setEncoding("utf8");
  slow.write("POST /v1/inspections HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\nslow");
  const answered = once(slow, "data");
  expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
  expect((await answered)[0]).toMatch(/^HTTP\/1\.1 408 /);
  if (!slow.closed) await once(slow, "close");
});

it("reaches beyond this machine only with keys", async () => {
  await expect(start({ hostname: "0.0.0.0" })).rejects.toMatchObject({ code: "keys_required" });
  const { keys } = fakeInspector();
  const key = { name: "line", role: "worker" as const, createdAt: "2026-01-02T03:04:05.678Z" };
  const inspector = fakeInspector({ keys: { ...keys, list: async () => [key] } });
  await using service = await start({ hostname: "0.0.0.0", inspector });
  const { port } = new URL(service.url);
  expect((await fetch(`http://127.0.0.1:${port}/v1/jobs`)).status).toBe(401);
});

it("says which address is taken", async () => {
  await using service = await start();
  const port = Number(new URL(service.url).port);
  await expect(start({ port })).rejects.toMatchObject({ code: "address_taken" });
});
