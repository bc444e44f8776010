// Good pictures come and go; the bank is a function of the set that is left, so that taking an edit back gives the
// bank of before, to the last bit. Patches are chosen from one picture alone and kept: of pictures that stay, none is
// chosen again, but each is scored again against the new bank without it.
import pMap from "p-map";
import { z } from "zod";
import { BlobId } from "../domain/image-ref.ts";
import { DEFAULT_VIEW, neededReferences, type Product, ProductId, View } from "../domain/product.ts";
import type { Reference } from "../domain/reference.ts";
import { ReferenceChange } from "../domain/reference-change.ts";
import { GumsaError } from "../errors.ts";
import type { BankRecord } from "../store/store.ts";
import { thresholdOf } from "../vision/patch-memory/conformal.ts";
import { buildProductBank } from "./bank-builder.ts";
import { defineTool, type ToolContext } from "./define-tool.ts";
import { describePictures } from "./describe-pictures.ts";
import { knownProduct } from "./known-product.ts";
import { imageRefOf } from "./stored-picture.ts";

export const addReferences = defineTool({
  name: "add_references",
  description:
    "Add stored good pictures to a product and build its memory bank and thresholds anew from the whole set. A picture that is there already is not added twice.",
  input: z.object({
    product: ProductId,
    view: View.default(DEFAULT_VIEW),
    good: z.array(z.object({ fileName: z.string(), image: BlobId })).min(1),
  }),
  output: ReferenceChange,
  async run({ product: id, view, good }, context) {
    const product = await knownProduct(id, context.store);
    const known = new Set((await context.store.references.list(id, view)).map(({ image }) => image.id));
    const unknown = new Map(good.filter(({ image }) => !known.has(image)).map((one) => [one.image, one]));
    const addedAt = new Date().toISOString();
    const added = await pMap(
      unknown.values(),
      async ({ image, fileName }): Promise<Reference> => {
        return { product: id, view, image: await imageRefOf(image, fileName, context), fileName, addedAt };
      },
      { concurrency: 4 },
    );
    return edit({ product, view, added, removed: [] }, context);
  },
});

export const removeReferences = defineTool({
  name: "remove_references",
  description:
    "Remove good pictures from a product and build its memory bank and thresholds anew from those that are left.",
  input: z.object({
    product: ProductId,
    view: View.default(DEFAULT_VIEW),
    images: z.array(BlobId).min(1),
  }),
  output: ReferenceChange,
  async run({ product: id, view, images }, context) {
    const product = await knownProduct(id, context.store);
    const references = await context.store.references.list(id, view);
    // A job is accepted for pictures that are there: what is gone since then, its earlier run took.
    if (context.job === undefined) refuseUnknown(images, references);
    const removed = references.filter(({ image }) => images.includes(image.id));
    return edit({ product, view, added: [], removed }, context);
  },
});

const refuseUnknown = (images: readonly BlobId[], references: readonly Reference[]): void => {
  const unknown = images.find((id) => !references.some(({ image }) => image.id === id));
  if (unknown === undefined) return;
  throw new GumsaError("reference_unknown", `No good picture has the id ${unknown}.`, {
    hint: "gumsa references list",
  });
};

interface Edit {
  readonly product: Product;
  readonly view: View;
  readonly added: readonly Reference[];
  readonly removed: readonly Reference[];
}

const edit = async (change: Edit, context: ToolContext): Promise<ReferenceChange> => {
  const { product, view, added, removed } = change;
  const { store, signal } = context;
  const before = await store.banks.get(product.id, view);
  const present = await store.references.list(product.id, view);
  if (before && added.length + removed.length === 0) return changeOf(change, { before, record: before });
  const gone = removed.map(({ image }) => image.id);
  const references = [...present.filter(({ image }) => !gone.includes(image.id)), ...added];
  const onProgress = (share: number) => context.onProgress?.("build_bank", share);
  const request = { product: product.id, view, references, model: product.model };
  const record = await buildProductBank(request, { onProgress, signal }, context);
  await store.references.edit({ bank: record, added, removed: gone });
  const bank = await context.banks.of(product.id, view, signal);
  await describePictures(bank ? [bank] : [], context);
  return changeOf(change, { before, record });
};

const changeOf = (
  { product: { id, alpha }, view, added, removed }: Edit,
  { before, record }: { before: BankRecord | undefined; record: BankRecord },
): ReferenceChange => {
  const thresholdBefore = before && thresholdOf(before.leftOutScores, alpha);
  const threshold = thresholdOf(record.leftOutScores, alpha);
  return {
    product: id,
    view,
    added: [...added],
    removed: [...removed],
    references: record.spots.length,
    neededReferences: neededReferences(alpha),
    ...(before && { bankBefore: before.file }),
    bank: record.file,
    ...(thresholdBefore !== undefined && { thresholdBefore }),
    ...(threshold !== undefined && { threshold }),
  };
};
