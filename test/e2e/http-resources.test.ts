// A product's life over HTTP: real pictures, a real store, no stand-ins.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createApp } from "../../src/api/app.ts";
import { Case } from "../../src/domain/case.ts";
import { Inspection } from "../../src/domain/inspection.ts";
import { InspectionStats } from "../../src/domain/inspection-stats.ts";
import { Job } from "../../src/domain/job.ts";
import { ProductIndex } from "../../src/domain/product-index.ts";
import { ReferenceChange } from "../../src/domain/reference-change.ts";
import { createLog } from "../../src/log.ts";
import { openInspector, type TemporaryInspector } from "./testing/inspector.ts";

let temporary: TemporaryInspector;
let worker: AsyncDisposable;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  temporary = await openInspector();
  const { inspector } = temporary;
  app = createApp({ inspector, log: createLog("silent"), limits: { bodyBytes: 50e6 } });
  worker = inspector.work();
});

afterAll(async () => {
  await worker[Symbol.asyncDispose]();
  await temporary[Symbol.asyncDispose]();
});

const file = async (path: string): Promise<File> => new File([await readFile(path)], basename(path));
const good = (number: number): Promise<File> => file(`examples/casting/train/good/0${number}.jpg`);

const form = (fields: Readonly<Record<string, string | File | readonly File[]>>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) data.append(name, one as string | File); // flattened just here
  }
  return data;
};

const send = async (
  method: string,
  path: string,
  body?: FormData | object,
  headers = {},
): Promise<Response> =>
  app.request(`/v1${path}`, {
    method,
    headers: {
      ...(body && !(body instanceof FormData) && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body && { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });

it("registers a product, gives its cases numbers and answers from its manuals", async () => {
  const types = [{ code: "hole", names: { ko: "기공", en: "Blow hole" } }];
  const described = form({
    product: JSON.stringify({ id: "valve", names: { ko: "밸브", en: "Valve" }, alpha: 0.1, types }),
    good: await Promise.all([1, 2, 3, 4].map(good)),
    "case.hole": await file("examples/casting/test/hole/01.jpg"),
    manual: await file("manuals/casting-en.pdf"),
  });
  expect((await send("POST", "/products", described)).status).toBe(201);
  expect((await send("POST", "/products", described)).status).toBe(409);

  const added = await send(
    "POST",
    "/products/valve/cases",
    form({
      type: "hole",
      picture: await file("examples/casting/test/hole/02.jpg"),
      box: '{"x":10,"y":10,"width":40,"height":40}',
    }),
  );
  const { cases } = (await added.json()) as { cases: unknown[] };
  expect(Case.parse(cases[0]).id).toBe("valve_hole_002");
  expect(
    (await send("GET", "/products/valve/cases/valve_hole_002/picture")).headers.get("content-type"),
  ).toBe("image/jpeg");
  expect((await send("PUT", "/products/valve/types", { types: [] })).status).toBe(409);
  expect((await send("DELETE", "/products/valve/cases/valve_hole_002")).status).toBe(204);

  const found = (await (
    await send("GET", "/products/valve/manuals/search?question=gas%20hole%20causes")
  ).json()) as {
    passages: { documentId: string; page: number; quotation: string }[];
  };
  const [passage] = found.passages;
  const page = await send("GET", `/manuals/${passage?.documentId}/pages/${passage?.page}?part=excerpt`);
  expect([page.status, page.headers.get("content-type")]).toEqual([200, "image/png"]);
});

it("takes an edit of the good pictures back to the same bank", async () => {
  const added = await send("POST", "/products/valve/references", form({ good: await good(5) }));
  const change = ReferenceChange.parse(await added.json());
  expect(change).toMatchObject({ references: 5, added: [{ fileName: "05.jpg" }] });
  const removed = ReferenceChange.parse(
    await (await send("DELETE", "/products/valve/references/05.jpg")).json(),
  );
  expect(removed.bank).toBe(change.bankBefore);

  const edit = { product: "valve", images: removed.removed.map(({ image }) => image.id) };
  const { tool } = temporary.inspector;
  await expect(tool("removeReferences", edit)).rejects.toMatchObject({ code: "reference_unknown" });
  const afterCrash = await tool("removeReferences", edit, { job: `job_${"0".repeat(20)}` });
  expect(afterCrash).toMatchObject({ removed: [], references: 4, bank: removed.bank });
});

it("rebuilds the index as a job whose events end with the result", async () => {
  const accepted = await send("POST", "/products/valve/index", undefined, { prefer: "respond-async" });
  const job = Job.parse(await accepted.json());
  expect([accepted.status, accepted.headers.get("location")]).toEqual([202, `/v1/jobs/${job.id}`]);
  const events = await (await send("GET", `/jobs/${job.id}/events`)).text();
  expect(events).toMatch(/event: started[\s\S]*event: progress[\s\S]*event: result[\s\S]*event: done/);
  const index = ProductIndex.parse(await (await send("GET", "/products/valve/index")).json());
  expect(index.views).toMatchObject([{ view: "front", references: 4, inBank: 4 }]);
});

it("inspects, shows, inspects once more and counts", async () => {
  const upload = form({ image: await file("examples/casting/test/hole/03.jpg"), product: "valve" });
  const inspection = Inspection.parse(await (await send("POST", "/inspections", upload)).json());
  const mask = await send("GET", `/inspections/${inspection.id}/images/mask`);
  expect([mask.status, mask.headers.get("content-type")]).toEqual([200, "image/png"]);
  const pdf = await send("GET", `/inspections/${inspection.id}/report?format=pdf&lang=ko`);
  expect((await pdf.text()).slice(0, 5)).toBe("%PDF-");

  const again = await send("POST", `/inspections/${inspection.id}/reinspect`, { language: "ko" });
  expect(again.status).toBe(201);
  const second = Inspection.parse(await again.json());
  expect([second.metadata.reinspectionOf, second.report.language]).toEqual([inspection.id, "ko"]);

  const told = await send("POST", `/inspections/${inspection.id}/feedback`, {
    worker: "Kim",
    action: "Taken out",
    rating: 4,
    verdict: "fail",
    type: "hole",
    asCase: true,
  });
  expect(await told.json()).toMatchObject({ caseId: "valve_hole_003" });
  const stats = InspectionStats.parse(await (await send("GET", "/stats?product=valve")).json());
  expect(stats).toMatchObject({
    inspections: 2,
    rated: 1,
    byType: expect.arrayContaining([expect.objectContaining({ type: "hole" })]),
  });

  const image = inspection.images[0]?.image.id;
  const tool = await send("POST", "/tools/detect_anomaly", { product: "valve", image, view: "front" });
  expect(tool.status, await tool.clone().text()).toBe(200);
});

it("pages on without gaps or repeats while more is recorded", async () => {
  type Page = { inspections: { id: string }[]; next?: string };
  const page = async (query: string): Promise<Page> =>
    (await (await send("GET", `/inspections?limit=1${query}`)).json()) as Page;
  const first = await page("");
  await send("POST", "/inspections", form({ image: await good(6), product: "" }));
  const second = await page(`&cursor=${first.next}`);
  expect(second.inspections[0]?.id).not.toBe(first.inspections[0]?.id);
  expect(second.next).toBeUndefined();
  expect((await send("GET", "/inspections?cursor=nonsense")).status).toBe(400);
});

it("removes the product and keeps its inspections", async () => {
  expect((await send("DELETE", "/products/valve")).status).toBe(204);
  expect((await send("GET", "/products/valve")).status).toBe(404);
  const { inspections } = (await (await send("GET", "/inspections?product=valve")).json()) as {
    inspections: unknown[];
  };
  expect(inspections).toHaveLength(2);
});
