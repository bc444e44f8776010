// The type of the nearest known case on real boards: DeepPCB's labelled boxes of one half of the boards are the
// cases, those of the other half are asked, each as the region that its label gives.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pMap from "p-map";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Box } from "../../src/domain/region.ts";
import { JobPool } from "../../src/inference/job-pool.ts";
import { createModelStore } from "../../src/inference/model-store.ts";
import { createLog } from "../../src/log.ts";
import { packageRoot } from "../../src/package-root.ts";
import { openFileBlobs } from "../../src/store/file-blobs.ts";
import { openStore } from "../../src/store/open-store.ts";
import { createBankKeeper } from "../../src/tools/bank-keeper.ts";
import { createPictureReader } from "../../src/tools/picture-reader.ts";
import { createToolbox } from "../../src/tools/toolbox.ts";
import { createVectorKeeper } from "../../src/tools/vector-keeper.ts";
import { SKIPPED, testData } from "./testing/test-data.ts";

const TYPES = ["open", "short", "mousebite", "spur", "copper", "pin-hole"] as const;
/** Every so many boards of the list, so that all groups are there and it stays short. */
const EVERY = 10;
const TEMPLATES = 20;

interface Board {
  readonly path: string;
  readonly template: string;
  readonly defects: readonly { readonly type: string; readonly box: Box }[];
}

if (testData === undefined) console.warn(SKIPPED);

describe.skipIf(testData === undefined)("similar defects on real boards", () => {
  const folder = join(testData ?? "", "data/deeppcb");
  let home = "";
  let jobs: JobPool;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "gumsa-boards-"));
    jobs = new JobPool();
  });
  afterAll(async () => {
    await jobs[Symbol.asyncDispose]();
    await rm(home, { recursive: true });
  });

  it("are of the right type far oftener than chance", async () => {
    await using store = await openStore({ home });
    const blobs = openFileBlobs(home);
    const models = createModelStore(join(packageRoot(), "models"));
    const pictures = createPictureReader(blobs, { maxPixels: 1e8 });
    const learning = { store, blobs, jobs, models, pictures };
    const banks = createBankKeeper({ ...learning, log: createLog("error") });
    const tools = createToolbox({ ...learning, banks, maxPixels: 1e8 });
    const put = async (path: string) => ({ fileName: path, image: await blobs.put(await readFile(path)) });

    const boards = (await listBoards(folder)).filter((_, i) => i % EVERY === 0);
    const [known, asked] = [boards.filter((_, i) => i % 2 === 0), boards.filter((_, i) => i % 2 === 1)];
    const cases = await Promise.all(
      known.flatMap(({ path, defects }) =>
        defects.map(async (defect) => ({ ...(await put(path)), ...defect })),
      ),
    );
    await tools.registerProduct({
      id: "board",
      names: { ko: "기판", en: "board" },
      types: TYPES.map((code) => ({ code, names: { ko: code, en: code } })),
      good: await Promise.all(known.slice(0, TEMPLATES).map(({ template }) => put(template))),
      cases,
    });

    const bank = await banks.of("board", "front");
    if (!bank) throw new Error("the product has no bank");
    const vectors = createVectorKeeper(learning);
    const typeOf = new Map((await store.cases.list("board")).map(({ id, type }) => [id, type]));
    const answers = await pMap(
      asked,
      async ({ path, defects }) => {
        const { image } = await put(path);
        const parts = await vectors.describe(
          image,
          defects.map(({ box }) => box),
          bank,
        );
        const key = { product: "board", view: "front", set: "cases" } as const;
        return Promise.all(
          parts.map(async (part, i) => {
            const [nearest] = await store.vectors.nearest(key, part, 1);
            return { type: defects[i]?.type ?? "", found: typeOf.get(nearest?.item ?? "") };
          }),
        );
      },
      { concurrency: 3 },
    );
    const flat = answers.flat();
    const right = (type?: string) => {
      const own = flat.filter((answer) => type === undefined || answer.type === type);
      return {
        share: own.filter(({ type: true_, found }) => true_ === found).length / own.length,
        count: own.length,
      };
    };
    const overall = right();
    console.log(
      `DeepPCB: ${cases.length} cases, ${overall.count} regions asked: type of the nearest case right in ${percent(overall.share)} ` +
        `(${TYPES.map((type) => `${type} ${percent(right(type).share)} of ${right(type).count}`).join(", ")})`,
    );
    expect(overall.share).toBeGreaterThan(0.45);
  });
});

const listBoards = async (folder: string): Promise<Board[]> => {
  const list = await readFile(join(folder, "list.txt"), "utf8");
  return Promise.all(
    list
      .trim()
      .split("\n")
      .map(async (line) => {
        const [image = "", labels = ""] = line.trim().split(/\s+/);
        const stem = join(folder, image.replace(/\.jpg$/, ""));
        const defects = (await readFile(join(folder, labels), "utf8")).trim().split("\n").map(defectOf);
        return { path: `${stem}_test.jpg`, template: `${stem}_temp.jpg`, defects };
      }),
  );
};

/** `x1 y1 x2 y2 type`, types counted from 1. */
const defectOf = (line: string): Board["defects"][number] => {
  const [left = 0, top = 0, right = 0, bottom = 0, type = 0] = line.trim().split(/\s+/).map(Number);
  return { type: TYPES[type - 1] ?? "", box: { x: left, y: top, width: right - left, height: bottom - top } };
};

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
