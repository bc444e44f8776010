import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { iou } from "../../domain/region.ts";
import { createBench } from "../../inference/bench.ts";
import type { FolderModel } from "../../inference/model-store.ts";
import { packageRoot } from "../../package-root.ts";
import type { Picture } from "../picture.ts";
import { noise, ramp } from "../testing-pictures.fixture.ts";
import { findBoxes } from "./find-boxes.ts";
import type { FoundBox } from "./found-box.ts";
import { suppress } from "./suppress.ts";
import { decodeYolox, letterboxed } from "./yolox.ts";

const tests = join(packageRoot(), "test");
const reference = JSON.parse(readFileSync(join(tests, "reference/standard-pack.json"), "utf8"));
const bench = createBench();

const grounder = (name: string, kind: "owlv2" | "grounding-dino"): FolderModel<"boxes"> =>
  ({ folder: join(tests, "models", name), sha256: name, card: { grounder: kind } }) as FolderModel<"boxes">; // no more of the card is read

const expectBoxes = (found: readonly FoundBox[], expected: readonly FoundBox[], digits: number): void => {
  expect(found.map(({ phrase }) => phrase)).toEqual(expected.map(({ phrase }) => phrase));
  expected.forEach(({ score, box }, i) => {
    expect(found[i]?.score).toBeCloseTo(score, digits);
    for (const edge of ["x", "y", "width", "height"] as const)
      expect(found[i]?.box[edge]).toBeCloseTo(box[edge], digits - 1);
  });
};

/** Another library's resizing rounds otherwise: boxes close to the threshold may come or go. */
const expectNear = (found: readonly FoundBox[], expected: readonly FoundBox[], threshold: number): void => {
  for (const { phrase, score, box } of expected.filter((entry) => entry.score > threshold + 0.05)) {
    const same = found.filter((entry) => entry.phrase === phrase && iou(entry.box, box) > 0.9);
    expect(Math.min(...same.map((entry) => Math.abs(entry.score - score)))).toBeLessThan(0.03);
  }
};

describe.each([
  {
    name: "tiny-owlv2",
    kind: "owlv2",
    key: "owlv2",
    drawn: [
      { as: "exact", picture: noise(32, 32), digits: 4 },
      { as: "wide", picture: noise(32, 20), digits: 4 },
    ],
  },
  {
    name: "tiny-grounding-dino",
    kind: "grounding-dino",
    key: "groundingDino",
    drawn: [
      { as: "exact", picture: noise(48, 32), digits: 4 },
      { as: "resized", picture: ramp(48, 24), digits: 1 },
    ],
  },
] as const)("$name", ({ name, kind, key, drawn }) => {
  it.each<{ as: string; picture: Picture; digits: number }>([...drawn])(
    "finds the boxes of an independent computation, each under its own phrase ($as)",
    async ({ as, picture, digits }) => {
      const { phrases, threshold, boxes } = reference[key][as];
      const model = grounder(name, kind);
      const found = await findBoxes.run({ picture, phrases, threshold, model }, bench);
      expect(found.unknown).toEqual([]);
      expect(boxes.length).toBeGreaterThan(1);
      if (digits > 1) expectBoxes(found.boxes, boxes, digits);
      else expectNear(found.boxes, boxes, threshold);
    },
  );
});

describe("YOLOX", () => {
  const labels = ["cat", "dog"];
  const task = { inputPx: 64, labels, threshold: 0.5, scale: 0.5, picture: { widthPx: 128, heightPx: 100 } };
  const rows = (changes: Readonly<Record<number, readonly number[]>>): Float32Array => {
    const numbers = new Float32Array((64 + 16 + 4) * 7);
    for (const [cell, values] of Object.entries(changes)) numbers.set(values, 7 * Number(cell));
    return numbers;
  };

  it("reads places in cells and sizes as logarithms, in pixels of the picture", () => {
    const asked = [{ phrase: "Dog", label: "dog" }];
    // Cell 74 is the third in the third row of the grid of 16 px.
    const found = decodeYolox(rows({ 74: [0.5, 0.25, Math.log(2), Math.log(1), 0.9, 0.1, 0.8] }), {
      ...task,
      asked,
    });
    expect(found).toEqual([
      {
        phrase: "Dog",
        score: expect.closeTo(0.72, 5),
        box: { x: expect.closeTo(48, 4), y: 56, width: expect.closeTo(64, 4), height: 32 },
      },
    ]);
  });

  it("leaves out what nobody asked for", () => {
    const asked = [{ phrase: "cat", label: "cat" }];
    expect(decodeYolox(rows({ 0: [0, 0, 2, 2, 0.9, 0.1, 0.8] }), { ...task, asked })).toEqual([]);
  });

  it("sees the picture top left on grey, blue first", async () => {
    const { data, scale } = await letterboxed(ramp(32, 16), 32);
    expect(scale).toBe(1);
    expect([data[0], data[1], data[1024], data[2048]]).toEqual([0, 2, 20, 10]);
    expect(data[16 * 32]).toBe(114);
  });

  it("says of which phrases it knows no word", async () => {
    const model = {
      folder: "",
      sha256: "",
      card: { detector: { kind: "yolox", inputPx: 64, labels }, file: "x" },
    };
    const question = { picture: ramp(32, 16), phrases: ["scratch"], threshold: 0.5 };
    const found = await findBoxes.run(
      { ...question, model: model as unknown as FolderModel<"boxes"> },
      bench,
    ); // no more of the card is read
    expect(found).toEqual({ boxes: [], unknown: ["scratch"] });
  });
});

it("keeps the best of boxes that overlap, each phrase for itself", () => {
  const box = { x: 0, y: 0, width: 10, height: 10 };
  const found = [
    { phrase: "a", score: 0.6, box },
    { phrase: "a", score: 0.9, box: { ...box, x: 1 } },
    { phrase: "b", score: 0.5, box },
  ];
  expect(iou(box, { ...box, x: 5 })).toBeCloseTo(1 / 3);
  expect(suppress(found, 0.5).map(({ score }) => score)).toEqual([0.9, 0.5]);
});
