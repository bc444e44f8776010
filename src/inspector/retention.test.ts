import { beforeEach, expect, it } from "vitest";
import type { Inspection } from "../domain/inspection.ts";
import type { VerdictKind } from "../domain/verdict.ts";
import { openFileBlobs } from "../store/file-blobs.ts";
import type { BlobStore } from "../store/blob-store.ts";
import type { Store } from "../store/store.ts";
import { sampleInspection, sampleReference, sampleRegistration } from "../store/testing/samples.ts";
import { openTemporaryStore } from "../store/testing/temporary-store.ts";
import { inspectionsOf } from "./inspections.ts";
import type { Parts } from "./parts.ts";
import { retentionOf } from "./retention.ts";

let store: Store;
let blobs: BlobStore;

beforeEach(async () => {
  const temporary = await openTemporaryStore();
  ({ store } = temporary);
  blobs = openFileBlobs(temporary.home);
  return temporary.close;
});

const put = (text: string) => blobs.put(new TextEncoder().encode(text));
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** Recorded so many days ago, with a picture of this content and an overlay of its own. */
const record = async (
  number: number,
  { content = `picture ${number}`, days = 40, kind = "pass" as VerdictKind } = {},
): Promise<Inspection> => {
  const image = { ...sampleReference(7).image, id: await put(content) };
  const inspection = sampleInspection(number, {
    createdAt: daysAgo(days),
    images: [{ view: "front", fileName: "part.jpg", image }],
    pictures: { overlay: await put(`overlay ${number}`) },
    verdict: { kind, reasons: ["nothing_found"] },
  });
  await store.inspections.add(inspection);
  return inspection;
};
const run = (graceMs = 0) => retentionOf({ store, blobs }).run({ graceMs });
const hasSource = ({ images }: Inspection): Promise<boolean> => blobs.holds(images[0]?.image.id ?? "");
const RULES = { pictures: { pass: 30 }, inspections: {} };

it("deletes the pictures of old passes, and the record says so", async () => {
  const [old, young, failed] = [
    await record(1),
    await record(2, { days: 3 }),
    await record(3, { kind: "fail" }),
  ];
  expect(await run()).toMatchObject({ trimmed: 0 });
  await store.retention.setRules(RULES);
  expect(await run()).toMatchObject({ trimmed: 1, removed: 0, blobs: 2 });
  expect(await Promise.all([old, young, failed].map(hasSource))).toEqual([false, true, true]);
  const inspections = inspectionsOf({ store, blobs } as Parts); // all that this part of it uses
  const kept = await inspections.get(old.id);
  expect(kept).toMatchObject({ verdict: old.verdict, report: old.report, deleted: { by: "retention" } });
  await expect(inspections.picture(kept, "source")).rejects.toMatchObject({
    code: "picture_deleted",
    message: expect.stringContaining("retention"),
  });
  expect(await run()).toMatchObject({ trimmed: 0 });
  expect(await store.audit.list({ limit: 5 })).toMatchObject([{ who: "retention", action: "delete" }]);
});

it("leaves what a person confirmed, what a product or a case needs, and what another inspection shows", async () => {
  await store.retention.setRules({ pictures: { pass: 30 }, inspections: { pass: 35 } });
  const confirmed = await record(1);
  const feedback = {
    inspection: confirmed.id,
    worker: "Kim",
    action: "none",
    rating: 5,
    createdAt: daysAgo(1),
  };
  await store.feedback.add({ ...feedback, verdict: "pass" });
  const reference = await record(2, { days: 32 });
  const registration = sampleRegistration();
  const [first] = reference.images;
  const image = first?.image ?? sampleReference(7).image;
  await store.products.register({ ...registration, references: [{ ...sampleReference(1), image }] });
  const shared = await record(3, { content: "shared", days: 32 });
  await record(4, { content: "shared", days: 2 });
  expect(await run()).toMatchObject({ removed: 0, blobs: 2 }); // the overlays of 2 and 3
  expect(await Promise.all([confirmed, reference, shared].map(hasSource))).toEqual([true, true, true]);
});

it("deletes old inspections altogether, unless something points to them", async () => {
  await store.retention.setRules({ pictures: {}, inspections: { pass: 35 } });
  const [old, commented] = [await record(1), await record(2)];
  await store.feedback.add({
    inspection: commented.id,
    worker: "Kim",
    action: "none",
    rating: 5,
    createdAt: daysAgo(1),
  });
  expect(await run()).toMatchObject({ removed: 1 });
  expect(await store.inspections.get(old.id)).toBeUndefined();
  expect(await hasSource(old)).toBe(false);
  expect(await store.inspections.get(commented.id)).toBeDefined();
  expect(await hasSource(commented)).toBe(true);
});

it("leaves bytes that somebody has just put, and those that unfinished work names", async () => {
  await store.retention.setRules(RULES);
  const old = await record(1);
  expect(await run(60_000)).toMatchObject({ trimmed: 0 });
  expect(await hasSource(old)).toBe(true);
  const job = {
    id: `job_${"0".repeat(20)}`,
    kind: "inspect",
    subject: "s",
    client: "c",
    lane: "batch" as const,
  };
  await store.jobs.add([{ ...job, input: { image: old.images[0]?.image.id } }], { most: 1 });
  expect(await run()).toMatchObject({ trimmed: 1, blobs: 1 }); // the overlay
  expect(await hasSource(old)).toBe(true);
});
