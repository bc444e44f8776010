// A service that is told to stop while it works: nothing is lost, nobody who waits is left without an answer.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Service, startService } from "../../src/api/serve.ts";
import { Inspection } from "../../src/domain/inspection.ts";
import type { JobEvent } from "../../src/domain/job.ts";
import { createLog } from "../../src/log.ts";
import { openInspector, type TemporaryInspector } from "./testing/inspector.ts";

const PICTURE = "examples/casting/test/hole/01.jpg";

let temporary: TemporaryInspector;

beforeAll(async () => {
  temporary = await openInspector({ hasDemo: true });
});
afterAll(() => temporary[Symbol.asyncDispose]());

/** Once it is told to stop, it waits for nothing. */
const start = (): Promise<Service> =>
  startService({
    inspector: temporary.inspector,
    log: createLog("silent"),
    limits: { bodyBytes: 50e6, requestTimeoutMs: 10_000 },
    hostname: "127.0.0.1",
    port: 0,
    graceMs: 0,
  });

const upload = async ({ url }: Service): Promise<Response> => {
  const body = new FormData();
  body.append("image", new File([await readFile(PICTURE)], basename(PICTURE)));
  return fetch(`${url}/v1/inspections`, { method: "POST", body });
};

/** What happened to the newest job of this kind, from now until an event of this name. */
const until = async (kind: string, name: JobEvent["name"]): Promise<JobEvent[]> => {
  const { jobs } = temporary.inspector;
  const newest = async (): Promise<string | undefined> => (await jobs.list({ kind, limit: 1 }))[0]?.id;
  await expect.poll(newest, { interval: 2 }).toBeDefined();
  const seen: JobEvent[] = [];
  for await (const event of jobs.events((await newest()) ?? "")) {
    seen.push(event);
    if (event.name === name) break;
  }
  return seen;
};

it("tells who waits where the inspection goes on, and goes on from the last checkpoint", async () => {
  const service = await start();
  const answer = upload(service);
  await until("inspect", "node");
  await service[Symbol.asyncDispose]();
  const problem = (await (await answer).json()) as { status: number; code: string; hint: string };
  expect(problem).toMatchObject({ status: 503, code: "service_stopping" });
  const path = problem.hint.replace("then GET ", "");
  const [parked] = await temporary.inspector.jobs.list({ kind: "inspect", limit: 1 });
  expect(parked).toMatchObject({ state: "queued", attempts: 0 });

  await using again = await start();
  const events = await until("inspect", "done");
  const nodes = events.flatMap(({ name, data }) =>
    name === "node" ? [(data as { node: string }).node] : [],
  );
  expect(nodes).toContain("recordInspection");
  expect(nodes).toEqual([...new Set(nodes)]);
  const recorded = Inspection.parse(await (await fetch(`${again.url}${path}`)).json());
  expect(recorded.verdict.kind).toBe("fail");
});

it("takes up the product that the same job registered before it was stopped", async () => {
  const service = await start();
  const body = new FormData();
  body.append("product", '{"id":"valve"}');
  for (const number of [1, 2, 3, 4]) {
    const path = `examples/casting/train/good/0${number}.jpg`;
    body.append("good", new File([await readFile(path)], basename(path)));
  }
  const headers = { prefer: "respond-async" };
  const accepted = await fetch(`${service.url}/v1/products`, { method: "POST", body, headers });
  const { id } = (await accepted.json()) as { id: string };
  for await (const { data } of temporary.inspector.jobs.events(id)) {
    if ((data as { step?: string }).step === "describe_pictures") break; // it is registered by then
  }
  await service[Symbol.asyncDispose]();
  expect(await temporary.inspector.jobs.get(id)).toMatchObject({ state: "queued" });

  await using _again = await start();
  expect(await temporary.inspector.jobs.wait(id)).toMatchObject({ state: "done" });
  expect(await temporary.inspector.jobs.result(id)).toMatchObject({ id: "valve", registeredBy: id });
  expect((await temporary.inspector.products.index("valve")).views).toMatchObject([
    { vectors: { good: 4, spots: 4 } },
  ]);
});
