// Pascal VOC's XML: a file a picture. Its pixels count from 1 and a box holds its last pixel, so that x is xmin - 1 and
// the width xmax - xmin + 1.
import { readFile } from "node:fs/promises";
import { join, parse } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import { GumsaError } from "../../src/errors.ts";
import type { TrueBox } from "../metrics/detections.ts";
import type { DataFile } from "../suite.ts";
import type { BoxedPicture } from "./boxed-pictures.ts";
import { byStem, filesBelow, isThere, picturesBelow } from "./folder.ts";

/** An element with nothing in it is read as an empty text. */
const filled = (element: unknown): unknown => (element === "" ? {} : element);

const Voc = z.object({
  annotation: z.preprocess(
    filled,
    z.object({
      object: z
        .array(
          z.object({
            name: z.coerce.string().min(1),
            difficult: z.coerce.number().default(0),
            bndbox: z.object({
              xmin: z.coerce.number(),
              ymin: z.coerce.number(),
              xmax: z.coerce.number(),
              ymax: z.coerce.number(),
            }),
          }),
        )
        .default([]),
    }),
  ),
});

export const hasVocLayout = async (root: string): Promise<boolean> =>
  (await filesBelow(await annotationsOf(root), { root, endings: [".xml"], depth: Number.POSITIVE_INFINITY }))
    .length > 0;

/** Pictures without a file of their own are left out: nobody looked at them. Throws `dataset_unreadable`. */
export const readVoc = async (root: string): Promise<{ pictures: BoxedPicture[]; files: DataFile[] }> => {
  const files = await filesBelow(await annotationsOf(root), {
    root,
    endings: [".xml"],
    depth: Number.POSITIVE_INFINITY,
  });
  const pictures = byStem(
    await picturesBelow(root, { root, skips: (path) => path === join(root, "SegmentationClass") }),
  );
  const found = files.map(async (file): Promise<BoxedPicture> => {
    const picture = pictures.get(parse(file.name).name);
    if (!picture) throw wrong(file, "no picture has its name");
    return { ...picture, truth: await readBoxes(file) };
  });
  return { pictures: await Promise.all(found), files };
};

const annotationsOf = async (root: string): Promise<string> => {
  const folder = join(root, "Annotations");
  return (await isThere(folder)) ? folder : root;
};

/** `difficult` objects neither count nor are missed, as in VOC's own evaluation. */
export const readBoxes = async (file: DataFile): Promise<TrueBox[]> => {
  const parser = new XMLParser({ isArray: (name) => name === "object", parseTagValue: false });
  const result = Voc.safeParse(parsedBy(parser, await readFile(file.path, "utf8")));
  if (!result.success) {
    const [issue] = result.error.issues;
    throw wrong(file, `${issue?.path.join(".")}: ${issue?.message}`);
  }
  return result.data.annotation.object.map(({ name, difficult, bndbox: { xmin, ymin, xmax, ymax } }) => {
    const [width, height] = [xmax - xmin + 1, ymax - ymin + 1];
    if (!(width > 0 && height > 0)) throw wrong(file, `the box of ${name} has no size`);
    const box = { x: Math.max(0, xmin - 1), y: Math.max(0, ymin - 1), width, height };
    return difficult === 1 ? { box, label: name, isCrowd: true } : { box, label: name };
  });
};

const parsedBy = (parser: XMLParser, text: string): unknown => {
  try {
    return parser.parse(text);
  } catch {
    return undefined; // no XML: told by the schema
  }
};

const wrong = ({ name }: DataFile, what: string): GumsaError =>
  new GumsaError("dataset_unreadable", `${name}: ${what}.`, {
    hint: "Pascal VOC's format: annotation, object, name, bndbox",
  });
