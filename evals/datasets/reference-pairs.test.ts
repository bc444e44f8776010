import { expect, it } from "vitest";
import { readReferencePairs } from "./reference-pairs.ts";
import { folderOf, STRAY } from "./testing/folder.ts";

it("pairs pictures of the same name, with a mask, with boxes or with neither", async () => {
  await using data = await folderOf({
    "good/1.png": "",
    "good/2.png": "",
    "good/3.png": "",
    "tested/1.PNG": "",
    "tested/2.png": "",
    "tested/3.png": "",
    "masks/1_mask.png": "",
    "annotations/2.xml": "<annotation></annotation>",
    ...STRAY,
  });
  const { pairs } = await readReferencePairs(data.path);
  expect(pairs.map(({ good, tested, mask, boxes }) => [good.name, tested.name, mask?.name, boxes])).toEqual([
    ["good/1.png", "tested/1.PNG", "masks/1_mask.png", undefined],
    ["good/2.png", "tested/2.png", undefined, []],
    ["good/3.png", "tested/3.png", undefined, undefined],
  ]);
});

it("pairs DeepPCB's boards with their templates", async () => {
  await using data = await folderOf({ "list.txt": "1.jpg 1.txt", "1.txt": "1 2 3 4 5" });
  const { pairs } = await readReferencePairs(data.path);
  expect(pairs).toMatchObject([
    { good: { name: "1_temp.jpg" }, tested: { name: "1_test.jpg" }, boxes: [{ label: "copper" }] },
  ]);
});

it("names what is missing", async () => {
  await using none = await folderOf({ "a.png": "" });
  await expect(readReferencePairs(none.path)).rejects.toMatchObject({ code: "dataset_unreadable" });
  await using half = await folderOf({ "good/1.png": "", "tested/2.png": "" });
  await expect(readReferencePairs(half.path)).rejects.toMatchObject({
    message: expect.stringContaining("a good picture called 2"),
  });
});
