import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { drawPart } from "../../test/e2e/drawn/part.ts";
import { JobPool } from "../inference/job-pool.ts";
import { createModelStore } from "../inference/model-store.ts";
import { packageRoot } from "../package-root.ts";
import { openFileBlobs } from "../store/file-blobs.ts";
import { openStore } from "../store/open-store.ts";
import type { BankRecord } from "../store/store.ts";
import { temporaryHome } from "../store/testing/samples.ts";
import { createBankKeeper } from "./bank-keeper.ts";
import { createPictureReader } from "./picture-reader.ts";
import { createToolbox } from "./toolbox.ts";

const home = temporaryHome();
const store = await openStore({ home: home.path });
const blobs = openFileBlobs(home.path);
const jobs = new JobPool({ workers: 1 });
const models = createModelStore(join(packageRoot(), "models"));
const pictures = createPictureReader(blobs, { maxPixels: 1e7 });
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const deps = { store, blobs, jobs, models, pictures };
let built: BankRecord;

/** As another process would find it, changed in the store. */
const loadedAs = async (changed: Partial<BankRecord>) => {
  await store.banks.put({ ...built, ...changed, builtAt: "2026-01-02T03:04:05.678Z" });
  const warnings: unknown[] = [];
  const log = { ...silent, warn: (...told: unknown[]) => void warnings.push(told[0]) };
  const bank = await createBankKeeper({ ...deps, log }).of("part", "front");
  return { warnings, isRebuilt: bank?.record.builtAt !== "2026-01-02T03:04:05.678Z", bank };
};

/** With these golden scores. */
const loadedWith = (factor: number) =>
  loadedAs({ golden: built.golden?.map(({ image, distance }) => ({ image, distance: factor * distance })) });

beforeAll(async () => {
  const banks = createBankKeeper({ ...deps, log: silent });
  const tools = createToolbox({ ...deps, banks, maxPixels: 1e7 });
  const good = await Promise.all(
    [0, 1, 2].map(async (part) => {
      const { rgb, widthPx, heightPx } = drawPart({ product: 3, part });
      const png = await sharp(rgb, { raw: { width: widthPx, height: heightPx, channels: 3 } })
        .png()
        .toBuffer();
      return { fileName: `${part}.png`, image: await blobs.put(png) };
    }),
  );
  await tools.registerProduct({ id: "part", names: { ko: "부품", en: "part" }, good });
  const bank = await store.banks.get("part", "front");
  if (!bank) throw new Error("no bank was built");
  built = bank;
}, 60_000);

afterAll(async () => {
  await jobs[Symbol.asyncDispose]();
  await store[Symbol.asyncDispose]();
  home[Symbol.dispose]();
});

it("are kept with the bank and far from zero", () => {
  expect(built.golden).toHaveLength(2);
  for (const { distance } of built.golden ?? [])
    expect(distance).toBeGreaterThan(0.01 * Math.max(...built.leftOutScores));
});

it("let a bank serve whose pictures still score the same", async () => {
  const { isRebuilt, warnings } = await loadedWith(1 + 5e-5);
  expect(isRebuilt).toBe(false);
  expect(warnings).toEqual([]);
});

it("have a bank built anew whose pictures score otherwise, saying which and by how much", async () => {
  const { isRebuilt, warnings, bank } = await loadedWith(1 + 5e-4);
  expect(isRebuilt).toBe(true);
  expect(warnings[0]).toMatchObject({
    product: "part",
    image: built.golden?.[0]?.image,
    distance: built.golden?.[0]?.distance,
  });
  expect(bank?.record).toMatchObject({ file: built.file, golden: built.golden });
});

it("are not asked where another grader told what is usual: the bank is built anew for the present one", async () => {
  const { isRebuilt, bank } = await loadedAs({ captureBaseline: { "look:another": [1, 2, 3] } });
  expect(isRebuilt).toBe(true);
  expect(bank?.record.captureBaseline).toEqual(built.captureBaseline);
});
