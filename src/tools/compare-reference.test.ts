import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { JobPool } from "../inference/job-pool.ts";
import { createModelStore } from "../inference/model-store.ts";
import { packageRoot } from "../package-root.ts";
import { openFileBlobs } from "../store/file-blobs.ts";
import { openStore } from "../store/open-store.ts";
import { temporaryHome } from "../store/testing/samples.ts";
import { createBankKeeper } from "./bank-keeper.ts";
import { createPictureReader } from "./picture-reader.ts";
import { createToolbox } from "./toolbox.ts";

const home = temporaryHome();
const store = await openStore({ home: home.path });
const blobs = openFileBlobs(home.path);
const jobs = new JobPool();
const models = createModelStore(join(packageRoot(), "models"));
const pictures = createPictureReader(blobs, { maxPixels: 1e7 });
const log = { debug() {}, info() {}, warn() {}, error() {} };
const banks = createBankKeeper({ store, blobs, jobs, models, pictures, log });
const tools = createToolbox({ store, blobs, jobs, models, pictures, banks, maxPixels: 1e7 });
const asked = { product: "small", view: "front" };

/** A picture of the demo product, small. */
const stored = async (name: string): Promise<string> => {
  const bytes = await readFile(join(packageRoot(), "examples/casting", name));
  return blobs.put(await sharp(bytes).resize(160, 160).png().toBuffer());
};
const goodNames = ["01.jpg", "02.jpg", "03.jpg", "04.jpg"];

beforeAll(async () => {
  const good = await Promise.all(
    goodNames.map(async (fileName) => ({ fileName, image: await stored(`train/good/${fileName}`) })),
  );
  await tools.registerProduct({ id: "small", names: { ko: "작은 것", en: "small" }, good, alpha: 0.2 });
}, 60_000);

afterAll(async () => {
  await jobs[Symbol.asyncDispose]();
  await store[Symbol.asyncDispose]();
  home[Symbol.dispose]();
});

it("keeps what good pictures differ by with the bank", async () => {
  const bank = await store.banks.get("small", "front");
  expect(bank?.referenceScores).toHaveLength(goodNames.length);
});

it("compares with the picture that is asked for, and states how it lies", async () => {
  const reference = await stored("train/good/02.jpg");
  const finding = await tools.compareReference({
    ...asked,
    image: await stored("test/burr/02.jpg"),
    reference,
  });
  if ("skipped" in finding) throw new Error(finding.skipped);
  expect(finding).toMatchObject({ image: reference, fileName: "02.jpg", references: 4, alpha: 0.2 });
  expect(finding.alignment.score).toBeGreaterThan(0.5);
  expect(finding.meanSsim).toBeGreaterThan(0.3);
  expect(await blobs.holds(finding.map)).toBe(true);
});

it("takes the first other good picture by hash where none is named", async () => {
  const ids = await Promise.all(goodNames.map((name) => stored(`train/good/${name}`)));
  const [first, second] = ids.sort();
  const ofPart = await tools.compareReference({ ...asked, image: await stored("test/good/01.jpg") });
  const ofFirst = await tools.compareReference({ ...asked, image: first ?? "" });
  expect(ofPart).toMatchObject({ image: first });
  expect(ofFirst).toMatchObject({ image: second });
});

it("says why it has no map when the two do not fit", async () => {
  const noise = Buffer.from(
    Uint8Array.from({ length: 3 * 160 * 160 }, (_, i) => (i * i * 2654435761) >>> 24),
  );
  const image = await blobs.put(
    await sharp(noise, { raw: { width: 160, height: 160, channels: 3 } })
      .png()
      .toBuffer(),
  );
  expect(await tools.compareReference({ ...asked, image })).toEqual({
    skipped: expect.stringContaining("the reference cannot be laid over this picture"),
  });
});

it("refuses a product without good pictures", async () => {
  const image = await stored("test/good/01.jpg");
  await expect(tools.compareReference({ ...asked, view: "side", image })).rejects.toMatchObject({
    code: "product_unknown",
  });
});
