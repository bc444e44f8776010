import { expect, it } from "vitest";
import { readBoxedPictures } from "./boxed-pictures.ts";
import { folderOf, STRAY } from "./testing/folder.ts";

const coco = (changes: object = {}): string =>
  JSON.stringify({
    images: [
      { id: 1, file_name: "a b.JPG" },
      { id: 2, file_name: "빈 사진.jpg" },
    ],
    categories: [{ id: 7, name: "scratch" }],
    annotations: [
      { image_id: 1, category_id: 7, bbox: [1, 2, 30, 4] },
      { image_id: 1, category_id: 7, bbox: [5, 5, 9, 9], iscrowd: 1 },
      { image_id: 1, category_id: 7, bbox: [5, 5, 0, 9] },
    ],
    ...changes,
  });

it.each([
  { where: "in images/", folder: "images", document: "annotations/instances.json" },
  { where: "in a folder of the document's name", folder: "val", document: "annotations/instances_val.json" },
  { where: "beside the document", folder: "valid", document: "valid/_annotations.coco.json" },
  { where: "at the root", folder: ".", document: "labels.json" },
])("reads COCO with pictures $where", async ({ folder, document }) => {
  await using data = await folderOf({
    ...STRAY,
    [`${folder}/a b.JPG`]: "",
    [`${folder}/빈 사진.jpg`]: "",
    [document]: coco(),
  });
  const { pictures, files } = await readBoxedPictures(data.path);
  expect(pictures.map(({ truth }) => truth)).toEqual([
    [
      { box: { x: 1, y: 2, width: 30, height: 4 }, label: "scratch" },
      { box: { x: 5, y: 5, width: 9, height: 9 }, label: "scratch", isCrowd: true },
    ],
    [],
  ]);
  expect(files.map(({ name }) => name)).toEqual([document]);
});

it.each([
  {
    what: "a picture that is nowhere",
    text: coco({ images: [{ id: 1, file_name: "x.jpg" }] }),
    says: /x\.jpg/,
  },
  { what: "a category that is none", text: coco({ categories: [] }), says: /category has the id 7/ },
  {
    what: "a box of three numbers",
    text: coco({ annotations: [{ image_id: 1, category_id: 7, bbox: [1, 2, 3] }] }),
    says: /annotations\.0\.bbox/,
  },
])("refuses COCO with $what, naming it", async ({ text, says }) => {
  await using data = await folderOf({ "a b.JPG": "", "빈 사진.jpg": "", "labels.json": text });
  await expect(readBoxedPictures(data.path)).rejects.toMatchObject({
    code: "dataset_unreadable",
    message: expect.stringMatching(says),
  });
});

const voc = (objects: string): string =>
  `<?xml version="1.0"?><annotation><filename>elsewhere.jpg</filename>${objects}</annotation>`;
const object = (name: string, more = ""): string =>
  `<object><name>${name}</name>${more}<bndbox><xmin>1</xmin><ymin>3</ymin><xmax>10</xmax><ymax>3</ymax></bndbox></object>`;

it("reads Pascal VOC, whose pixels count from 1", async () => {
  await using data = await folderOf({
    "JPEGImages/1.jpg": "",
    "JPEGImages/2.jpg": "",
    "JPEGImages/unseen.jpg": "",
    "Annotations/1.xml": voc(object("hole") + object("007", "<difficult>1</difficult>")),
    "Annotations/2.xml": voc(""),
  });
  const { pictures } = await readBoxedPictures(data.path);
  const box = { x: 0, y: 2, width: 10, height: 1 };
  expect(pictures.map(({ name, truth }) => [name, truth])).toEqual([
    [
      "JPEGImages/1.jpg",
      [
        { box, label: "hole" },
        { box, label: "007", isCrowd: true },
      ],
    ],
    ["JPEGImages/2.jpg", []],
  ]);
});

it("reads Pascal VOC beside the pictures, and names the file that does not fit", async () => {
  await using data = await folderOf({ "1.png": "", "1.xml": voc("<object><name>a</name></object>") });
  await expect(readBoxedPictures(data.path)).rejects.toMatchObject({
    code: "dataset_unreadable",
    message: expect.stringMatching(/^1\.xml: annotation\.object\.0\.bndbox/),
  });
});

it("reads DeepPCB's text, with blanks or commas, and its templates as good pictures", async () => {
  await using data = await folderOf({
    "list.txt": "g/0/1.jpg g/0_not/1.txt\ng/0/2.jpg g/0_not/2.txt\n",
    "g/0_not/1.txt": "10 20 40 60 1\n1,2,3,4,6\n",
    "g/0_not/2.txt": "",
  });
  const { pictures } = await readBoxedPictures(data.path);
  expect(pictures.map(({ name, good, truth }) => [name, good?.name, truth])).toEqual([
    [
      "g/0/1_test.jpg",
      "g/0/1_temp.jpg",
      [
        { box: { x: 10, y: 20, width: 30, height: 40 }, label: "open" },
        { box: { x: 1, y: 2, width: 2, height: 2 }, label: "pin-hole" },
      ],
    ],
    ["g/0/2_test.jpg", "g/0/2_temp.jpg", []],
  ]);
});

it("takes each of DeepPCB's folders for a product, and boards without one for one product", async () => {
  await using data = await folderOf({
    "list.txt": "a/1.jpg 1.txt\nb/1.jpg 1.txt\n2.jpg 1.txt\n",
    "1.txt": "1 2 3 4 5",
  });
  const { pictures } = await readBoxedPictures(data.path);
  expect(pictures.map(({ product }) => product)).toEqual(["a", "b", undefined]);
});

it("names the line of a DeepPCB label that does not fit", async () => {
  await using data = await folderOf({ "list.txt": "1.jpg 1.txt", "1.txt": "1 2 3 4 5\n\n9 2 3 4 5" });
  await expect(readBoxedPictures(data.path)).rejects.toMatchObject({
    message: "1.txt, line 3: expected x1 y1 x2 y2 type; found 9 2 3 4 5.",
  });
});

it("says what was expected of a folder without boxes", async () => {
  await using data = await folderOf({ "1.png": "", "list.txt": "milk, eggs" });
  await expect(readBoxedPictures(data.path)).rejects.toMatchObject({
    code: "dataset_unreadable",
    message: expect.stringMatching(/expected COCO JSON.*found 1\.png, list\.txt\./),
  });
});
