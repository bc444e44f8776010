import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createBench } from "../../inference/bench.ts";
import type { FolderModel } from "../../inference/model-store.ts";
import { packageRoot } from "../../package-root.ts";
import type { Picture } from "../picture.ts";
import { noise, ramp } from "../testing-pictures.fixture.ts";
import { embedPictures, embedWords } from "./embed.ts";

const tests = join(packageRoot(), "test");
const { clip } = JSON.parse(readFileSync(join(tests, "reference/standard-pack.json"), "utf8"));
const model = { folder: join(tests, "models/tiny-clip"), sha256: "tiny-clip" } as FolderModel<"image-text">; // its card is not read
const bench = createBench();

const furthest = (found: Float32Array | undefined, expected: readonly number[]): number =>
  Math.max(...expected.map((value, i) => Math.abs(value - (found?.[i] ?? Number.NaN))));

const embedded = async (picture: Picture): Promise<Float32Array | undefined> =>
  (await embedPictures.run({ pictures: [picture], model }, bench))[0];

describe("a model of pictures and words", () => {
  it("gives the vector of a picture that has its size already", async () => {
    expect(furthest(await embedded(noise(32, 32)), clip.exact)).toBeLessThan(1e-5);
  });

  it("brings the shorter edge to its size and cuts the middle out", async () => {
    expect(furthest(await embedded(ramp(50, 40)), clip.resized)).toBeLessThan(0.01);
  });

  it.each(Object.keys(clip.words))("cuts %j into tokens as its vocabulary says", async (text) => {
    const { vector } = await embedWords.run({ text, model }, bench);
    expect(furthest(vector, clip.words[text])).toBeLessThan(1e-5);
  });
});
