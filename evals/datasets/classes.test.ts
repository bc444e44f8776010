import { expect, it } from "vitest";
import { readClasses } from "./classes.ts";
import { folderOf, STRAY } from "./testing/folder.ts";

const namesOf = (pictures: readonly { name: string; type: string }[]): string[] =>
  pictures.map(({ name, type }) => `${type}: ${name}`);

it("reads one folder a class, in any script, nested and beside stray files", async () => {
  await using data = await folderOf({
    ...STRAY,
    "긁힘/사진 1.PNG": "",
    "긁힘/night shift/2.jpg": "",
    "긁힘/Thumbs.db": "",
    "hole/a.jpeg": "",
    "good/1.png": "",
  });
  const { known, asked, good } = await readClasses(data.path);
  expect(namesOf(known)).toEqual([
    "hole: hole/a.jpeg",
    "긁힘: 긁힘/night shift/2.jpg",
    "긁힘: 긁힘/사진 1.PNG",
  ]);
  expect(asked).toEqual(known);
  expect(namesOf(good)).toEqual(["good: good/1.png"]);
});

it("asks with test/ among train/ where both have the classes", async () => {
  await using data = await folderOf({
    "train/a/1.png": "",
    "train/b/1.png": "",
    "test/a/2.png": "",
    "test/good/2.png": "",
  });
  const { known, asked } = await readClasses(data.path);
  expect(namesOf(known)).toEqual(["a: train/a/1.png", "b: train/b/1.png"]);
  expect(namesOf(asked)).toEqual(["a: test/a/2.png"]);
});

it("takes the defects of MVTec AD's layout as classes, with their masks and its good pictures", async () => {
  await using data = await folderOf({
    "train/good/1.png": "",
    "test/good/1.png": "",
    "test/burr/1.png": "",
    "test/hole/1.png": "",
    "ground_truth/burr/1_mask.png": "",
  });
  const { known, good } = await readClasses(data.path);
  expect(known.map(({ name, mask }) => [name, mask?.name])).toEqual([
    ["test/burr/1.png", "ground_truth/burr/1_mask.png"],
    ["test/hole/1.png", undefined],
  ]);
  expect(namesOf(good)).toEqual(["good: train/good/1.png"]);
});

it("finds masks in the folder beside the classes", async () => {
  await using data = await folderOf({
    "cases/a/1.png": "",
    "cases/b/1.png": "",
    "cases_ground_truth/a/1_mask.png": "",
  });
  const { known } = await readClasses(`${data.path}/cases`);
  expect(known.map(({ mask }) => mask !== undefined)).toEqual([true, false]);
});

it("says what was expected and what was found", async () => {
  await using data = await folderOf({ "only/1.png": "", "notes.txt": "" });
  await expect(readClasses(data.path)).rejects.toMatchObject({
    code: "dataset_unreadable",
    message: expect.stringMatching(/expected one folder of pictures a class.*found notes\.txt, only\/\./),
  });
});
