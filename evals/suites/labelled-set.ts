// A labelled data set with its products built, ready to be judged picture by picture.
import { GumsaError } from "../../src/errors.ts";
import type { SuiteContext } from "../context.ts";
import { GOOD, type LabelledPicture } from "../datasets/labelled-picture.ts";
import { readLabelledProducts } from "../datasets/labelled-products.ts";
import { neededReferences } from "../../src/domain/product.ts";
import type { Note } from "../section.ts";
import type { DataFile, Item, Opened } from "../suite.ts";
import { type BuiltProduct, borrowedProduct, buildProduct, storePicture } from "./built-product.ts";
import type { LabelledOptions } from "./labelled-flags.ts";

/** A test picture with the product that it shows. */
export interface LabelledItem extends Item {
  readonly picture: LabelledPicture;
  /** The folder's name. */
  readonly name: string;
  readonly product: BuiltProduct;
}

export interface LabelledSet extends Omit<Opened<never>, "measure" | "sections" | "items"> {
  readonly items: readonly LabelledItem[];
  readonly find: (id: string) => LabelledItem;
  readonly isFolder: boolean;
  /** Products that no defect could make fail. */
  readonly warnings: readonly Note[];
}

export const openLabelledSet = async (
  options: LabelledOptions,
  context: SuiteContext,
): Promise<LabelledSet> => {
  const set = await readLabelledProducts({ ...options, seed: context.seed });
  if (options.product !== undefined && set.products.length > 1) {
    throw new GumsaError(
      "usage_invalid",
      `--product names one product, and ${set.name} has ${set.products.length}.`,
    );
  }
  const items: LabelledItem[] = [];
  const files: DataFile[] = [];
  const versions: Record<string, string> = {};
  const warnings: Note[] = [];
  for (const labelled of set.products) {
    const { name, train, test } = labelled;
    const product =
      options.product === undefined
        ? await buildProduct(labelled, context, options)
        : await borrowedProduct(options.product, context);
    warnings.push(...warningOf(name, product));
    versions[`bank ${name}`] = product.bank;
    versions.features = product.model;
    const learntFrom = options.product === undefined ? train : [];
    files.push(
      ...[...learntFrom, ...test].flatMap(({ name: file, path, mask }) => [
        { name: file, path },
        ...(mask ? [mask] : []),
      ]),
    );
    items.push(
      ...test.map((picture) => ({
        id: picture.name,
        stratum: `${name}/${picture.type === GOOD ? GOOD : "bad"}`,
        ...(picture.group !== undefined && { group: picture.group }),
        picture,
        name,
        product,
      })),
    );
  }
  const { name: dataset, isFolder } = set;
  return { dataset, files, items, find: finderIn(items), versions, isFolder, warnings };
};

const warningOf = (name: string, { learnt, alpha }: BuiltProduct): Note[] => {
  const needed = neededReferences(alpha);
  if (learnt.size >= needed) return [];
  const percent = Number((100 * alpha).toPrecision(3));
  return [
    {
      kind: "note",
      isWarning: true,
      text: {
        ko: `${name}: 양품 ${learnt.size}장으로는 유의 수준 ${percent} %에서 어떤 부품도 불합격이 될 수 없습니다 (${needed}장 필요). AUROC와 AUPRO는 그대로 유효합니다.`,
        en: `${name}: with ${learnt.size} good pictures no part can fail at ${percent} % (${needed} are needed). AUROC and AUPRO hold all the same.`,
      },
    },
  ];
};

const finderIn = (items: readonly LabelledItem[]): LabelledSet["find"] => {
  const byId = new Map(items.map((item) => [item.id, item]));
  return (id) => {
    const item = byId.get(id);
    if (item) return item;
    throw new TypeError(`${id} is no item of this data set`);
  };
};

/** The stored picture of an item. Throws `dataset_unreadable` for one that the product learnt from. */
export const storedTestPicture = async ({ picture, product }: LabelledItem, context: SuiteContext) => {
  const stored = await storePicture(picture, context);
  if (!product.learnt.has(stored.id)) return stored;
  throw new GumsaError(
    "dataset_unreadable",
    `${picture.name} is one of the good pictures that the product learnt from.`,
  );
};
