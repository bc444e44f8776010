// The product that ships with Gumsa: drawn castings, so that the first inspection needs nothing else.
import { readdir, readFile } from "node:fs/promises";
import { join, parse } from "node:path";
import { z } from "zod";
import { DefectTypes } from "../domain/defect-type.ts";
import { Bilingual } from "../domain/language.ts";
import { Alpha, ProductId } from "../domain/product.ts";
import type { CaseInput, ProductInput } from "./inputs.ts";

const Description = z.object({ id: ProductId, names: Bilingual, alpha: Alpha });
const MANUALS = ["casting-ko.pdf", "casting-en.pdf"] as const;

/** `root`: the package's folder. */
export const readDemoProduct = async (root: string): Promise<ProductInput> => {
  const folder = join(root, "examples", "casting");
  const readJson = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, file), "utf8"));
  const good = join(folder, "train", "good");
  const types = DefectTypes.parse(await readJson("types.json"));
  return {
    ...Description.parse(await readJson("product.json")),
    types,
    good: (await picturesIn(good)).map((fileName) => ({
      fileName,
      read: () => readFile(join(good, fileName)),
    })),
    cases: (await Promise.all(types.map(({ code }) => readCases(folder, code)))).flat(),
    manuals: await Promise.all(
      MANUALS.map(async (fileName) => ({ fileName, bytes: await readFile(join(root, "manuals", fileName)) })),
    ),
  };
};

const readCases = async (folder: string, type: string): Promise<CaseInput[]> => {
  const pictures = join(folder, "cases", type);
  const masks = join(folder, "cases_ground_truth", type);
  return (await picturesIn(pictures)).map((fileName) => ({
    fileName,
    type,
    read: () => readFile(join(pictures, fileName)),
    readMask: () => readFile(join(masks, `${parse(fileName).name}_mask.png`)),
  }));
};

const picturesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith(".jpg")).sort();
