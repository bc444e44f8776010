import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type LabelledOptions, readLabelledProducts } from "./labelled-products.ts";
import { folderOf, STRAY } from "./testing/folder.ts";

const read = (options: Partial<LabelledOptions>) => readLabelledProducts({ split: 0.5, seed: 7, ...options });

const stray = (folder: string) =>
  Object.fromEntries(Object.entries(STRAY).map(([name, content]) => [`${folder}/${name}`, content]));

const MVTEC = {
  "train/good/001.png": "",
  "train/good/002.png": "",
  "test/good/001.png": "",
  "test/hole/001.png": "",
  "test/hole/002.png": "",
  "ground_truth/hole/001_mask.png": "",
  ...stray("test/hole"),
};

const under = (folder: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));

describe("a labelled data set", () => {
  it("in MVTec AD's layout has types, masks and pictures to learn from", async () => {
    await using folder = await folderOf(MVTEC);
    const { products, isFolder } = await read({ data: folder.path });
    expect(isFolder).toBe(false);
    const [product] = products;
    expect(product?.train.map(({ name }) => name)).toEqual(["train/good/001.png", "train/good/002.png"]);
    expect(product?.test.map(({ name, type, mask }) => [name, type, mask?.name])).toEqual([
      ["test/good/001.png", "good", undefined],
      ["test/hole/001.png", "hole", "ground_truth/hole/001_mask.png"],
      ["test/hole/002.png", "hole", undefined],
    ]);
  });

  it("may be a folder of products", async () => {
    await using folder = await folderOf({
      ...under("wood", MVTEC),
      ...under("tile", MVTEC),
      "licence/a.txt": "",
    });
    const { products, isFolder } = await read({ data: folder.path });
    expect([isFolder, products.map(({ name }) => name)]).toEqual([true, ["tile", "wood"]]);
    expect(products[0]?.test[0]?.name).toBe("tile/test/good/001.png");
  });

  it("in VisA's layout follows the CSV", async () => {
    await using folder = await folderOf({
      "split_csv/1cls.csv": [
        "object,split,label,image,mask",
        "candle,train,normal,candle/Data/Images/Normal/0.JPG,",
        "candle,test,normal,candle/Data/Images/Normal/1.JPG,",
        'candle,test,anomaly,"candle/Data/Images/Anomaly/0,1.JPG",candle/Data/Masks/Anomaly/0.png',
      ].join("\r\n"),
    });
    const { products } = await read({ data: folder.path });
    expect(products[0]?.train).toHaveLength(1);
    expect(products[0]?.test.map(({ name, type, mask }) => [name, type, mask?.name])).toEqual([
      ["candle/Data/Images/Normal/1.JPG", "good", undefined],
      ["candle/Data/Images/Anomaly/0,1.JPG", "anomaly", "candle/Data/Masks/Anomaly/0.png"],
    ]);
  });

  it("may be two folders, the good one split by whole sheets", async () => {
    const sheets = Array.from({ length: 6 }, (_, sheet) =>
      [1, 2, 3].map((n) => `ok/P_ND_0${sheet}_${n}.bmp`),
    ).flat();
    await using folder = await folderOf({
      ...Object.fromEntries(sheets.map((name) => [name, ""])),
      "ng/P_D_01_1.bmp": "",
      "ng/P_D_01_2.bmp": "",
      "ng/GroundThruth/P_GT_01_1.bmp": "",
      "ng/GroundThruth/P_GT_01_2.bmp": "",
    });
    const options = {
      good: join(folder.path, "ok"),
      bad: join(folder.path, "ng"),
      groupBy: /_(\d+)_\d+\.bmp$/,
    };
    const { products } = await read(options);
    const [product] = products;
    const groups = (of: typeof product, side: "train" | "test") =>
      new Set(of?.[side].filter(({ type }) => type === "good").map(({ group }) => group));
    const [learnt, held] = [groups(product, "train"), groups(product, "test")];
    expect([learnt.size, held.size]).toEqual([3, 3]);
    expect([...learnt].filter((group) => held.has(group))).toEqual([]);
    const bad = product?.test.filter(({ type }) => type === "bad");
    expect(bad?.map(({ mask }) => mask?.name.split("/").at(-1))).toEqual(["P_GT_01_1.bmp", "P_GT_01_2.bmp"]);
    expect(bad?.map(({ name }) => name)).toEqual(["ng/P_D_01_1.bmp", "ng/P_D_01_2.bmp"]);
    expect(await read(options)).toEqual(await read(options));
  });

  it("may be such folders in the folder of each product", async () => {
    const two = { "ok/1.png": "", "ok/2.png": "", "ng/dent/1.png": "", "masks/1.png": "" };
    await using folder = await folderOf({ ...under("a", two), ...under("b", two) });
    const { products, isFolder } = await read({ data: folder.path, good: "ok", bad: "ng", masks: "masks" });
    expect([isFolder, products.map(({ name }) => name)]).toEqual([true, ["a", "b"]]);
    const dent = products[1]?.test.find(({ type }) => type === "dent");
    expect([dent?.name, dent?.mask?.name]).toEqual(["b/ng/dent/1.png", "b/masks/1.png"]);
  });

  it("that is none says what was expected and what was found", async () => {
    await using folder = await folderOf({ "pictures/a.png": "", "readme.txt": "" });
    await expect(read({ data: folder.path })).rejects.toMatchObject({
      code: "dataset_unreadable",
      message: expect.stringMatching(/expected train\/good.*VisA.*found pictures\/, readme\.txt/),
    });
    await expect(read({ data: join(folder.path, "nowhere") })).rejects.toThrow(/found no such folder/);
    await expect(read({})).rejects.toMatchObject({ code: "usage_invalid" });
    await expect(read({ good: folder.path })).rejects.toMatchObject({ code: "usage_invalid" });
  });
});
