// What `anomaly` and `verdict` judge on, whatever layout it comes in: MVTec AD's folders, VisA's CSV split, or a
// folder of good and a folder of bad pictures; of one product or of a folder of products.
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { GumsaError } from "../../src/errors.ts";
import { foldersIn, isThere, unreadable } from "./folder.ts";
import { readGoodAndBad } from "./good-and-bad.ts";
import { type LabelledProduct, withGroup } from "./labelled-picture.ts";
import { hasMvtecLayout, readMvtec } from "./mvtec.ts";
import { hasVisaLayout, readVisa } from "./visa.ts";

export interface LabelledProducts {
  readonly name: string;
  readonly products: readonly LabelledProduct[];
  /** Whether it is a folder of products, even of one. */
  readonly isFolder: boolean;
}

export interface LabelledOptions {
  readonly data?: string | undefined;
  /** With `data`: within it, or within each product's folder. */
  readonly good?: string | undefined;
  readonly bad?: string | undefined;
  readonly masks?: string | undefined;
  /** The share of good pictures to learn from, where the layout has none set aside. */
  readonly split: number;
  readonly groupBy?: RegExp | undefined;
  readonly seed: number;
}

const LAYOUTS =
  "train/good and test/<type> (MVTec AD), split_csv/1cls.csv (VisA), a folder of such products, or --good and --bad";

/** Throws `dataset_unreadable`, and `usage_invalid` where nothing says what to read. */
export const readLabelledProducts = async (options: LabelledOptions): Promise<LabelledProducts> => {
  const { data, good, bad, groupBy } = options;
  if (good !== undefined || bad !== undefined) return readByFolders(options);
  if (data === undefined) throw nothingNamed();
  const folder = resolve(data);
  const name = basename(folder);
  const grouped = (product: LabelledProduct): LabelledProduct => ({
    ...product,
    train: product.train.map((picture) => withGroup(picture, groupBy)),
    test: product.test.map((picture) => withGroup(picture, groupBy)),
  });
  if (await hasMvtecLayout(folder)) {
    return { name, products: [grouped(await readMvtec(folder, { root: folder }))], isFolder: false };
  }
  if (await hasVisaLayout(folder)) {
    return { name, products: (await readVisa(folder)).map(grouped), isFolder: true };
  }
  const products: LabelledProduct[] = [];
  for (const sub of await foldersIn(folder)) {
    const path = join(folder, sub);
    if (await hasMvtecLayout(path)) products.push(grouped(await readMvtec(path, { root: folder })));
  }
  if (products.length === 0) throw await unreadable(folder, LAYOUTS);
  return { name, products, isFolder: true };
};

/** One product of two folders; with `data` both are looked for in it and, if they are not there, in each of its folders. */
const readByFolders = async (options: LabelledOptions): Promise<LabelledProducts> => {
  const { data, good, bad, masks } = options;
  if (good === undefined || bad === undefined) throw nothingNamed();
  const within = (folder: string) => ({
    good: resolve(folder, good),
    bad: resolve(folder, bad),
    ...(masks !== undefined && { masks: resolve(folder, masks) }),
  });
  const root = data === undefined ? commonFolder(resolve(good), resolve(bad)) : resolve(data);
  const read = (folder: string) =>
    readGoodAndBad({ ...options, ...within(folder), root, name: basename(folder) });
  if (data === undefined || (await isThere(join(root, good)))) {
    const product = await read(root);
    const name = data === undefined ? basename(resolve(good)) : basename(root);
    return { name, products: [{ ...product, name }], isFolder: false };
  }
  const products: LabelledProduct[] = [];
  for (const sub of await foldersIn(root)) {
    if (await isThere(join(root, sub, good))) products.push(await read(join(root, sub)));
  }
  if (products.length === 0) throw await unreadable(root, `folders that hold ${good} and ${bad}`);
  return { name: basename(root), products, isFolder: true };
};

/** The innermost folder that holds both. */
const commonFolder = (one: string, other: string): string => {
  const isWithin = (path: string, folder: string): boolean => {
    const way = relative(folder, path);
    return way === "" || !(way.startsWith("..") || isAbsolute(way));
  };
  let folder = one;
  while (!isWithin(other, folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
};

const nothingNamed = (): GumsaError =>
  new GumsaError("usage_invalid", "A data set is named by --data, or by --good and --bad together.", {
    hint: `--data DIR reads ${LAYOUTS}`,
  });
