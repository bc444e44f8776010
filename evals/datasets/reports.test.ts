import { expect, it } from "vitest";
import { readReportFiles, truthOf } from "./reports.ts";
import { folderOf, STRAY } from "./testing/folder.ts";

const names = async (path: string): Promise<[string, string[]]> => {
  const { kind, files } = await readReportFiles(path);
  return [kind, files.map(({ name }) => name)];
};

it("takes recorded inspections before pictures", async () => {
  await using data = await folderOf({ "a/inspection.json": "{}", "a/source.png": "", "notes.json": "{}" });
  expect(await names(data.path)).toEqual(["records", ["a/inspection.json"]]);
});

it("takes only the tested pictures of MVTec AD's layout", async () => {
  await using data = await folderOf({
    "train/good/0.png": "",
    "test/dent/1.png": "",
    "ground_truth/dent/1_mask.png": "",
    "cases/dent/2.png": "",
    "cases_ground_truth/dent/2_mask.png": "",
    ...STRAY,
  });
  expect(await names(data.path)).toEqual(["pictures", ["test/dent/1.png"]]);
});

it("says what was expected of a folder with neither", async () => {
  await using data = await folderOf({ "notes.txt": "" });
  await expect(readReportFiles(data.path)).rejects.toMatchObject({
    code: "dataset_unreadable",
    message: expect.stringMatching(/expected pictures .* found notes\.txt/),
  });
});

it.each([
  { name: "test/dent/1.png", truth: "dent" },
  { name: "찍힘/1.png", truth: "dent" },
  { name: "test/Good/1.png", truth: "good" },
  { name: "test/other/1.png", truth: undefined },
  { name: "dent.png", truth: undefined },
])("takes the truth of $name from its folder", ({ name, truth }) => {
  const types = [{ code: "dent", names: { ko: "찍힘", en: "dent" }, synonyms: { ko: [], en: [] } }];
  expect(truthOf(name, types)).toBe(truth);
});
