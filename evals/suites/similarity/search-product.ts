// The product whose cases are searched: the data set's classes as defect types and its pictures as cases, or a
// registered product's own cases.
import { readFile } from "node:fs/promises";
import type { BlobId } from "../../../src/domain/image-ref.ts";
import type { SuiteContext } from "../../context.ts";
import type { ClassFolders } from "../../datasets/classes.ts";
import type { LabelledPicture } from "../../datasets/labelled-picture.ts";
import {
  type BuiltProduct,
  borrowedProduct,
  buildProduct,
  readable,
  type StoredCase,
} from "../built-product.ts";

export interface SearchProduct extends BuiltProduct {
  /** The class of each case, by the case's id. */
  readonly classOf: ReadonlyMap<string, string>;
  /** The picture of each case. */
  readonly imageOf: ReadonlyMap<string, BlobId>;
  /** Whether it has good pictures to tell the defect from; without them only whole pictures can be asked. */
  readonly knowsGood: boolean;
}

/** Where no good picture is there, so many of the classes' own are what vectors are centred on. */
const MOST_CENTRED_ON = 50;

export const buildSearchProduct = async (
  folders: ClassFolders,
  context: SuiteContext,
): Promise<SearchProduct> => {
  const classes = [...new Set(folders.known.map(({ type }) => type))].sort();
  const codes = new Map(classes.map((name, i) => [name, `class-${i + 1}`]));
  const knowsGood = folders.good.length > 0;
  const train = knowsGood ? folders.good : spread(folders.known, MOST_CENTRED_ON);
  const product = await buildProduct({ name: folders.name, train, test: [] }, context, {
    types: classes.map((name) => ({
      code: codes.get(name) ?? "",
      names: { ko: name, en: name },
      synonyms: { ko: [], en: [] },
    })),
    cases: await storedCases(folders.known, codes, context),
  });
  const names = new Map([...codes].map(([name, code]) => [code, name]));
  return { ...product, ...(await casesOf(product.id, names, context)), knowsGood };
};

export const borrowSearchProduct = async (id: string, context: SuiteContext): Promise<SearchProduct> => {
  const product = await borrowedProduct(id, context);
  return { ...product, ...(await casesOf(id, new Map(), context)), knowsGood: true };
};

const casesOf = async (
  id: string,
  names: ReadonlyMap<string, string>,
  { inspector }: SuiteContext,
): Promise<Pick<SearchProduct, "classOf" | "imageOf">> => {
  const cases = await inspector.cases.list(id);
  return {
    classOf: new Map(cases.map((known) => [known.id, names.get(known.type) ?? known.type])),
    imageOf: new Map(cases.map((known) => [known.id, known.image.id])),
  };
};

const storedCases = async (
  pictures: readonly LabelledPicture[],
  codes: ReadonlyMap<string, string>,
  context: SuiteContext,
): Promise<StoredCase[]> => {
  const byName = new Map(pictures.map((picture) => [picture.name, picture]));
  const stored = await readable("cases", pictures, context);
  return Promise.all(
    stored.map(async ({ name, id }) => {
      const { type = "", mask } = byName.get(name) ?? {};
      const marked = mask && (await context.inspector.blobs.put(await readFile(mask.path)));
      return { id, fileName: name, type: codes.get(type) ?? "", ...(marked && { mask: marked }) };
    }),
  );
};

const spread = <Item>(items: readonly Item[], most: number): readonly Item[] =>
  items.length <= most
    ? items
    : Array.from({ length: most }, (_, i) => items[Math.floor((i * items.length) / most)]).flatMap(
        (item) => item ?? [],
      );
