// VisA's layout (Zou et al. 2022): `split_csv/1cls.csv` with a line a picture: object, split, label, image, mask.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { DataFile } from "../suite.ts";
import { unreadable } from "./folder.ts";
import { GOOD, type LabelledPicture, type LabelledProduct } from "./labelled-picture.ts";

const SPLIT_FILE = join("split_csv", "1cls.csv");
/** VisA has one word for all defects here. */
const BAD = "anomaly";

const Line = z.object({
  object: z.string().min(1),
  split: z.enum(["train", "test"]),
  label: z.enum(["normal", BAD]),
  image: z.string().min(1),
  mask: z.string().default(""),
});

export const hasVisaLayout = (folder: string): Promise<boolean> =>
  readFile(join(folder, SPLIT_FILE)).then(
    () => true,
    () => false,
  );

/** Throws `dataset_unreadable`. */
export const readVisa = async (folder: string): Promise<LabelledProduct[]> => {
  const text = await readFile(join(folder, SPLIT_FILE), "utf8");
  const lines = z.array(Line).min(1).safeParse(rowsOf(text));
  if (!lines.success) {
    throw await unreadable(join(folder, SPLIT_FILE), "lines of object,split,label,image,mask");
  }
  const products = [...new Set(lines.data.map(({ object }) => object))];
  return products.map((name) => {
    const of = (split: "train" | "test"): LabelledPicture[] =>
      lines.data
        .filter((line) => line.object === name && line.split === split)
        .map(({ label, image, mask }) => ({
          ...fileOf(folder, image),
          type: label === "normal" ? GOOD : BAD,
          ...(mask !== "" && { mask: fileOf(folder, mask) }),
        }));
    return { name, train: of("train").filter(({ type }) => type === GOOD), test: of("test") };
  });
};

const rowsOf = (text: string): unknown => {
  try {
    return parse(text, { columns: true, skip_empty_lines: true, trim: true, bom: true });
  } catch {
    return []; // no CSV: told as a layout that was not expected
  }
};

const fileOf = (folder: string, name: string): DataFile => ({ name, path: join(folder, name) });
