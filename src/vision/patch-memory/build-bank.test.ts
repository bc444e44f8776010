import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { JobPool } from "../../inference/job-pool.ts";
import { createModelStore } from "../../inference/model-store.ts";
import { packageRoot } from "../../package-root.ts";
import type { Picture } from "../picture.ts";
import { buildBank, encodeBank, foldsOf } from "./build-bank.ts";
import { operatorsOf } from "./extract-patches.ts";
import { scorePicture } from "./score-picture.ts";
import { bankSize } from "./select-bank.ts";

const root = packageRoot();
const operators = operatorsOf(createModelStore(join(root, "models")));
const model = await createModelStore(join(root, "test/models")).features("tiny-features");
const jobs = new JobPool({ workers: 2 });
afterAll(() => jobs[Symbol.asyncDispose]());

/** A picture of even ground with grain that its number seeds. */
const grainy = (seed: number, size = 64): Picture => {
  let state = seed * 7919 + 1;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const rgb = Uint8Array.from({ length: 3 * size * size }, () => 110 + 30 * next());
  return { widthPx: size, heightPx: size, rgb };
};
const withSpot = (picture: Picture): Picture => {
  const rgb = picture.rgb.slice();
  for (let y = 24; y < 36; y++) rgb.fill(250, 3 * (y * 64 + 24), 3 * (y * 64 + 36));
  return { ...picture, rgb };
};
const goodPictures = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: `picture-${String(i).padStart(3, "0")}`,
    input: grainy(i + 1),
  }));
const build = (count: number, order: (a: number) => number = (a) => a) => {
  const pictures = goodPictures(count).map((picture, i) => ({ picture, place: order(i) }));
  pictures.sort((a, b) => a.place - b.place);
  return buildBank({ pictures: pictures.map(({ picture }) => picture), model, operators, jobs });
};

describe("a memory bank", () => {
  it("is a function of the set of good pictures, in whatever order they come", async () => {
    const [forward, backward] = await Promise.all([build(12), build(12, (i) => -i)]);
    expect(backward.vectors.data).toEqual(forward.vectors.data);
    expect(backward.leftOutScores).toEqual(forward.leftOutScores);
  });

  it("holds a tenth of all patches, 4,096 at the most", async () => {
    const { vectors } = await build(10);
    expect(vectors.dims).toEqual([64, 16]);
    expect(bankSize(1_000_000)).toBe(4096);
  });

  it("equals a rebuild when pictures are kept from an earlier one", async () => {
    const kept = new Map();
    const cache = {
      get: async (id: string) => kept.get(id),
      put: async (id: string, prototypes: unknown) => void kept.set(id, prototypes),
    };
    const pictures = goodPictures(12);
    await buildBank({ pictures, model, operators, jobs, cache });
    const edited = await buildBank({ pictures: pictures.slice(0, 9), model, operators, jobs, cache });
    const rebuilt = await build(9);
    expect(kept.size).toBe(12);
    expect(edited.vectors.data).toEqual(rebuilt.vectors.data);
    expect(edited.leftOutScores).toEqual(rebuilt.leftOutScores);
  });

  it("scores a spot far beyond every good picture, and the same with any number of workers", async () => {
    const bank = await build(20);
    const path = join(tmpdir(), `gumsa-bank-${process.pid}.safetensors`);
    await writeFile(path, encodeBank(bank));
    const task = { model, operators, bank: { id: path, path } };
    const pool = new JobPool({ workers: 1 });
    const spotted = await jobs.do(scorePicture, { ...task, input: withSpot(grainy(99)) });
    const again = await pool.do(scorePicture, { ...task, input: withSpot(grainy(99)) });
    await pool[Symbol.asyncDispose]();
    expect(spotted.maximum).toBeGreaterThan(2 * Math.max(...bank.leftOutScores));
    expect(again.distances).toEqual(spotted.distances);
  });

  it("leaves each picture out once: one by one up to 50, in ten folds beyond", () => {
    expect(foldsOf(50, 4800)).toHaveLength(50);
    expect(foldsOf(51, 4896)).toHaveLength(10);
    expect(foldsOf(40, 9200)).toHaveLength(10);
    expect(
      foldsOf(137, 13152)
        .flat()
        .sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 137 }, (_, i) => i));
  });
});
