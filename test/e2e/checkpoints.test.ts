// Pixels are never in graph state: what a checkpoint weighs does not depend on the picture.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MemorySaver } from "@langchain/langgraph";
import sharp from "sharp";
import { afterAll, expect, it } from "vitest";
import { buildInspectionGraph } from "../../src/graph/inspection-graph.ts";
import { JobPool } from "../../src/inference/job-pool.ts";
import { createModelStore } from "../../src/inference/model-store.ts";
import { createOllamaModels } from "../../src/llm/ollama-models.ts";
import { createLog } from "../../src/log.ts";
import { packageRoot } from "../../src/package-root.ts";
import { openFileBlobs } from "../../src/store/file-blobs.ts";
import { openStore } from "../../src/store/open-store.ts";
import { createBankKeeper } from "../../src/tools/bank-keeper.ts";
import { createPictureReader } from "../../src/tools/picture-reader.ts";
import { createToolbox } from "../../src/tools/toolbox.ts";

const home = await mkdtemp(join(tmpdir(), "gumsa-checkpoints-"));
const store = await openStore({ home });
const blobs = openFileBlobs(home);
const jobs = new JobPool();
const models = createModelStore(join(packageRoot(), "models"));
const pictures = createPictureReader(blobs, { maxPixels: 1e8 });
const banks = createBankKeeper({ store, blobs, jobs, models, pictures, log: createLog("error") });
const tools = createToolbox({ store, blobs, jobs, models, pictures, banks, maxPixels: 1e8 });
afterAll(async () => {
  await jobs[Symbol.asyncDispose]();
  await store[Symbol.asyncDispose]();
  await rm(home, { recursive: true });
});

/** Bytes of all checkpoints of one inspection of a noisy picture of this size. */
const checkpointBytes = async (edgePx: number, id: string): Promise<number> => {
  const noise = { type: "gaussian", mean: 128, sigma: 20 } as const;
  const create = { width: edgePx, height: edgePx, channels: 3, background: "grey", noise } as const;
  const image = await blobs.put(await sharp({ create }).png().toBuffer());
  const chat = createOllamaModels({ host: "http://127.0.0.1:9", deadlineMs: 1000 });
  const saver = new MemorySaver();
  const request = {
    id,
    createdAt: new Date().toISOString(),
    product: null,
    images: [{ view: "front", fileName: "part.png", id: image }],
    language: "en",
    writer: "rule",
    metadata: {},
  } as const;
  const graph = buildInspectionGraph({ tools, chat, version: "0.0.0" }, saver);
  await graph.invoke(
    { request: { ...request, images: [...request.images] } },
    { configurable: { thread_id: id } },
  );
  return Buffer.byteLength(JSON.stringify([saver.storage, saver.writes], bytesAsText));
};

const bytesAsText = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : value;

it("a checkpoint of a picture a thousand times as large weighs the same", async () => {
  const small = await checkpointBytes(64, "insp_00000000000000000001");
  const large = await checkpointBytes(2048, "insp_00000000000000000002");
  expect(small).toBeGreaterThan(1000);
  // What the two pictures show is told in other words; their pixels differ by 12 MB.
  expect(Math.abs(large - small) / small).toBeLessThan(0.5);
});
