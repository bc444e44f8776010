// The memory bank of each product and view: found in the store, proven whole once a process, and built
// anew from the good pictures when it is damaged, older than this Gumsa or of another model.
import type { BlobId } from "../domain/image-ref.ts";
import type { View } from "../domain/product.ts";
import { GumsaError } from "../errors.ts";
import type { FeatureModel } from "../inference/model-store.ts";
import type { Log } from "../log.ts";
import type { BlobStore } from "../store/blob-store.ts";
import type { BankRecord } from "../store/store.ts";
import { type BankBuilderDeps, buildProductBank, FEATURE_MODEL } from "./bank-builder.ts";

export interface Bank {
  readonly record: BankRecord;
  readonly model: FeatureModel;
}

export interface BankKeeper {
  /** The bank, or undefined for a product without good pictures of this view. */
  of(product: string, view: View, signal?: AbortSignal): Promise<Bank | undefined>;
}

export interface BankKeeperDeps extends BankBuilderDeps {
  readonly log: Log;
}

export const createBankKeeper = (deps: BankKeeperDeps): BankKeeper => {
  const proven = new Set<BlobId>();
  return {
    async of(product, view, signal) {
      const name = (await deps.store.products.get(product))?.model;
      const model = await deps.models.features(name ?? FEATURE_MODEL);
      const record = await deps.store.banks.get(product, view);
      if (record && (await isSound(record, { model, proven, blobs: deps.blobs }))) return { record, model };
      const references = await deps.store.references.list(product, view);
      if (references.length === 0) return undefined;
      deps.log.warn(
        { product, view },
        "the memory bank is damaged, older or of another model: building it anew",
      );
      const rebuilt = await buildProductBank({ product, view, references, model: name }, { signal }, deps);
      await deps.store.banks.put(rebuilt);
      return { record: rebuilt, model };
    },
  };
};

const isSound = async (
  { file, modelSha256, spots, leftOutScores, leftOutMaps }: BankRecord,
  { model, proven, blobs }: { model: FeatureModel; proven: Set<BlobId>; blobs: BlobStore },
): Promise<boolean> => {
  if (modelSha256 !== model.card.sha256 || spots.length < leftOutScores.length) return false;
  if (leftOutMaps === undefined) return false;
  if (!proven.has(file) && !(await blobs.holds(file))) return false;
  proven.add(file);
  return true;
};

/** A view of which there is nothing to compare with. */
export const withoutBank = (product: string, view: string): GumsaError =>
  new GumsaError("product_unknown", `${product} has no good pictures of the view ${view}.`, {
    hint: `gumsa product add ${product} --good DIR`,
  });
