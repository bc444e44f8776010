import { expect, it } from "vitest";
import { folderOf } from "../../datasets/testing/folder.ts";
import { damagesOf, familyOf, nameOf } from "./damages.ts";
import { degradeClean, readPairs } from "./degraded-set.ts";

it("does every kind at every severity to a picture, nothing once, and pairs of different families", () => {
  const damages = damagesOf("a.png", 1);
  expect(damages.filter(({ length }) => length === 0)).toHaveLength(1);
  expect(new Set(damages.filter(({ length }) => length === 1).map(nameOf)).size).toBe(125);
  const pairs = damages.filter(({ length }) => length === 2);
  expect(pairs).toHaveLength(10);
  for (const pair of pairs) expect(new Set(pair.map(({ kind }) => familyOf(kind))).size).toBe(2);
  expect(damagesOf("a.png", 1)).toEqual(damages);
  expect(damagesOf("b.png", 1)).not.toEqual(damages);
});

it("does all of it to every picture, in an order that a part of the list is a fair sample of", async () => {
  await using data = await folderOf({ "a.png": "", "아래/b.JPG": "", "Thumbs.db": "" });
  const { pictures, files } = await degradeClean(data.path, 1);
  expect(files.map(({ name }) => name)).toEqual(["a.png", "아래/b.JPG"]);
  expect(new Set(pictures.map(({ id }) => id)).size).toBe(2 * 136);
  const everyEighth = pictures.filter((_, i) => i % 8 === 0);
  expect(new Set(everyEighth.map(({ group }) => group)).size).toBe(2);
  expect(new Set(everyEighth.flatMap(({ truth }) => truth.map(({ kind }) => kind))).size).toBeGreaterThan(12);
});

it("reads a folder of pictures that are degraded already", async () => {
  await using data = await folderOf({ "clean/1.png": "", "noise/3/1.png": "", "other/1.png": "" });
  const { pictures } = await readPairs(data.path);
  expect(pictures.map(({ id, truth, group }) => [id, nameOf(truth), group])).toEqual([
    ["clean/1.png", "clean", "1.png"],
    ["noise/3/1.png", "noise-3", "1.png"],
  ]);
});

it("says what was expected of a folder of pairs", async () => {
  await using data = await folderOf({ "clean/1.png": "", "noise/strong/1.png": "" });
  await expect(readPairs(data.path)).rejects.toMatchObject({
    code: "dataset_unreadable",
    message: expect.stringContaining("folders 1 to 5"),
  });
});
