// What `report` judges: recorded inspections (`inspection.json`, as `gumsa inspect --out` writes them) or, where there
// are none, pictures to inspect. A folder that a defect type is named after, or `good`, tells the truth.
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { DefectType } from "../../src/domain/defect-type.ts";
import { Inspection } from "../../src/domain/inspection.ts";
import { GumsaError } from "../../src/errors.ts";
import { jsonOf } from "../json-of.ts";
import type { DataFile } from "../suite.ts";
import { filesBelow, picturesBelow, unreadable } from "./folder.ts";
import { GOOD } from "./labelled-picture.ts";
import { hasMvtecLayout } from "./mvtec.ts";

export interface ReportFiles {
  readonly name: string;
  readonly kind: "records" | "pictures";
  readonly files: readonly DataFile[];
}

const RECORD = "inspection.json";
const EXPECTED = `pictures in folders by defect type (or test/<type>, MVTec AD), or recorded inspections (${RECORD})`;
/** Folders of MVTec AD's layout that hold no picture to judge. */
const NOT_ASKED = /(^|\/)(train|(\w+_)?ground_truth|cases)(\/|$)/;

/** Throws `dataset_unreadable`. */
export const readReportFiles = async (data: string): Promise<ReportFiles> => {
  const root = resolve(data);
  const name = basename(root);
  const json = await filesBelow(root, { root, endings: [".json"], depth: 8 });
  const records = json.filter((file) => basename(file.name) === RECORD);
  if (records.length > 0) return { name, kind: "records", files: records };
  const isMvtec = await hasMvtecLayout(root);
  const pictures = (await picturesBelow(root, { root })).filter(
    (file) => !isMvtec || !NOT_ASKED.test(file.name),
  );
  if (pictures.length === 0) throw await unreadable(root, EXPECTED);
  return { name, kind: "pictures", files: pictures };
};

/** Throws `dataset_unreadable`. */
export const readInspection = async ({ name, path }: DataFile): Promise<Inspection> => {
  const parsed = Inspection.safeParse(jsonOf(await readFile(path, "utf8")));
  if (parsed.success) return parsed.data;
  throw new GumsaError("dataset_unreadable", `${name} is not a recorded inspection.`, {
    cause: parsed.error,
  });
};

/** The code of a defect type, `good`, or undefined where no folder on the way tells. */
export const truthOf = (name: string, types: readonly DefectType[]): string | undefined => {
  const folders = name.split("/").slice(0, -1).reverse();
  for (const folder of folders.map((part) => part.toLowerCase())) {
    if (folder === GOOD) return GOOD;
    const type = types.find(({ code, names }) =>
      [code, names.ko, names.en].some((word) => word.toLowerCase() === folder),
    );
    if (type) return type.code;
  }
  return undefined;
};
