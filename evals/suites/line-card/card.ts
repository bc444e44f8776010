// The user's product made ready to be judged on nothing but its own pictures: its good pictures are dealt into folds,
// and a copy of the product is built without each, so that every good picture is judged by a bank that never saw it.
import type { BlobId } from "../../../src/domain/image-ref.ts";
import type { ProductInput } from "../../../src/inspector.ts";
import type { SuiteContext } from "../../context.ts";
import { GOOD } from "../../datasets/labelled-picture.ts";
import { seededRandom, shuffled } from "../../metrics/random.ts";
import { type BuiltProduct, borrowedOrDemo, buildStored } from "../built-product.ts";

/** A picture of the product, with who judges it. */
export interface CardPicture {
  readonly name: string;
  readonly image: BlobId;
  /** `good`, or the defect type. */
  readonly type: string;
  /** The id of a product that has not learnt from it. */
  readonly judge: string;
}

export interface Card {
  readonly product: BuiltProduct;
  readonly pictures: readonly CardPicture[];
}

const FOLDS = 5;

export const readCard = async (product: string | undefined, context: SuiteContext): Promise<Card> => {
  const own = await borrowedOrDemo(product, context);
  const sources = await context.inspector.products.sources(own.id);
  return {
    product: own,
    pictures: [
      ...(await goodPictures(sources, own, context)),
      ...(await casePictures(sources, own.id, context)),
    ],
  };
};

/** By hash, then in an order of chance: the same pictures always fall into the same folds. */
const goodPictures = async (
  { good }: ProductInput,
  { alpha, id }: BuiltProduct,
  context: SuiteContext,
): Promise<CardPicture[]> => {
  const stored = [];
  for (const { fileName, read } of good) {
    stored.push({ name: fileName, id: await context.inspector.blobs.put(await read()) });
  }
  const sorted = stored.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const dealt = shuffled(sorted, seededRandom(context.seed, "folds"));
  const pictures: CardPicture[] = [];
  for (let fold = 0; fold < Math.min(FOLDS, dealt.length); fold++) {
    const out = dealt.filter((_, i) => i % FOLDS === fold);
    const learnt = dealt.filter((_, i) => i % FOLDS !== fold);
    const judge = await buildStored(`${id} ${fold + 1}`, learnt, context, { alpha });
    pictures.push(
      ...out.map(({ name, id: image }) => ({ name: unique(name, image), image, type: GOOD, judge })),
    );
  }
  return pictures;
};

/** Known defects are judged by the product as it is: they are no part of its bank. */
const casePictures = async (
  { cases = [] }: ProductInput,
  judge: string,
  { inspector }: SuiteContext,
): Promise<CardPicture[]> => {
  const pictures: CardPicture[] = [];
  for (const { fileName, type, read } of cases) {
    const image = await inspector.blobs.put(await read());
    pictures.push({ name: unique(`${type}/${fileName}`, image), image, type, judge });
  }
  return pictures;
};

/** Pictures of a product come from many folders, and may be called the same. */
const unique = (name: string, image: BlobId): string =>
  `${name} ${image.slice("sha256:".length).slice(0, 8)}`;
