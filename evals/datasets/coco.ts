// COCO's JSON: pictures, boxes as [x, y, width, height] in pixels, and categories. Exports put the pictures in
// different places; each is looked for beside the document and in the folders that are usual.
import { readFile } from "node:fs/promises";
import { dirname, join, parse } from "node:path";
import { z } from "zod";
import { GumsaError } from "../../src/errors.ts";
import type { TrueBox } from "../metrics/detections.ts";
import type { DataFile } from "../suite.ts";
import type { BoxedPicture } from "./boxed-pictures.ts";
import { filesBelow, picturesBelow } from "./folder.ts";

const Coco = z.object({
  images: z.array(z.object({ id: z.union([z.number(), z.string()]), file_name: z.string().min(1) })),
  annotations: z.array(
    z.object({
      image_id: z.union([z.number(), z.string()]),
      category_id: z.number(),
      bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      iscrowd: z.number().optional(),
    }),
  ),
  categories: z.array(z.object({ id: z.number(), name: z.string().min(1) })),
});
type Coco = z.infer<typeof Coco>;

/** Documents of boxes in the folder, in `annotations/` and one folder down. */
export const findCocoFiles = async (root: string): Promise<DataFile[]> => {
  const documents = await filesBelow(root, { root, endings: [".json"], depth: 2 });
  const found = await Promise.all(
    documents.map(async (file) => ((await looksLikeCoco(file.path)) ? [file] : [])),
  );
  return found.flat();
};

const looksLikeCoco = async (path: string): Promise<boolean> => {
  const text = await readFile(path, "utf8");
  return ['"images"', '"annotations"', '"categories"'].every((key) => text.includes(key));
};

/** Throws `dataset_unreadable` for a document that does not fit, and for a picture that is in no folder. */
export const readCoco = async (
  root: string,
  documents: readonly DataFile[],
): Promise<{ pictures: BoxedPicture[]; files: readonly DataFile[] }> => {
  const there = new Map((await picturesBelow(root, { root })).map((file) => [file.name, file]));
  const pictures = new Map<string, BoxedPicture>();
  for (const document of documents) {
    const content = await parsed(document);
    const truthOf = boxesBy(content, document);
    for (const { id, file_name: fileName } of content.images) {
      const file = placesOf(document, fileName).flatMap((place) => there.get(place) ?? [])[0];
      if (!file) throw wrong(document, `${fileName} is neither beside it nor in a folder that is usual`);
      const truth = [...(pictures.get(file.name)?.truth ?? []), ...(truthOf.get(String(id)) ?? [])];
      pictures.set(file.name, { ...file, truth });
    }
  }
  return { pictures: [...pictures.values()], files: documents };
};

const parsed = async (document: DataFile): Promise<Coco> => {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(document.path, "utf8"));
  } catch (cause) {
    throw new GumsaError("dataset_unreadable", `${document.name} is not JSON.`, { cause });
  }
  const result = Coco.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw wrong(document, `${issue?.path.join(".")}: ${issue?.message}`);
};

const boxesBy = ({ annotations, categories }: Coco, document: DataFile): Map<string, TrueBox[]> => {
  const names = new Map(categories.map(({ id, name }) => [id, name]));
  const found = new Map<string, TrueBox[]>();
  for (const { image_id: image, category_id: category, bbox, iscrowd } of annotations) {
    const [x, y, width, height] = bbox;
    const label = names.get(category);
    if (label === undefined) throw wrong(document, `no category has the id ${category}`);
    if (width <= 0 || height <= 0) continue; // a click without a drag: there is nothing inside
    const truth = { box: { x: Math.max(0, x), y: Math.max(0, y), width, height }, label };
    const boxes = found.get(String(image)) ?? [];
    found.set(String(image), boxes);
    boxes.push(iscrowd === 1 ? { ...truth, isCrowd: true } : truth);
  }
  return found;
};

/** Within the data set: beside the document, in its parent, in `images/`, or in a folder of the document's own name. */
const placesOf = ({ name }: DataFile, fileName: string): string[] => {
  const beside = dirname(name);
  const above = dirname(beside);
  const split = parse(name).name.replace(/^instances_/, "");
  return [beside, above, "images", split, join("images", split), "."].map((folder) =>
    join(folder, fileName).replaceAll("\\", "/"),
  );
};

const wrong = ({ name }: DataFile, what: string): GumsaError =>
  new GumsaError("dataset_unreadable", `${name}: ${what}.`, {
    hint: "COCO's detection format: images, annotations, categories",
  });
