// The memory bank of each product and view: found in the store, proven once a process (its bytes,
// and the scores of a few good pictures), and built anew from the good pictures when it is damaged, older than this
// Gumsa, of another model or grader, or no longer gives the same scores.
import type { BlobId } from "../domain/image-ref.ts";
import type { View } from "../domain/product.ts";
import { GumsaError } from "../errors.ts";
import type { FeatureModel, GraderModel } from "../inference/model-store.ts";
import type { Log } from "../log.ts";
import type { BankRecord } from "../store/store.ts";
import { isBaselineOf } from "../vision/capture/usual.ts";
import { type BankBuilderDeps, buildProductBank, FEATURE_MODEL } from "./bank-builder.ts";
import { findDrift } from "./golden-scores.ts";

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
  const proofs = new Map<BlobId, Promise<boolean>>();
  /** Once a process for each bank, whoever asks first. */
  const isProven = (record: BankRecord, model: FeatureModel): Promise<boolean> => {
    const proof = proofs.get(record.file) ?? prove(record, model, deps);
    proofs.set(record.file, proof);
    proof.then(
      (holds) => holds || proofs.delete(record.file),
      () => proofs.delete(record.file),
    );
    return proof;
  };
  return {
    async of(product, view, signal) {
      const name = (await deps.store.products.get(product))?.model;
      const model = await deps.models.features(name ?? FEATURE_MODEL);
      const grader = await deps.models.grader();
      const record = await deps.store.banks.get(product, view);
      if (record && isWhole(record, { model, grader }) && (await isProven(record, model)))
        return { record, model };
      const references = await deps.store.references.list(product, view);
      if (references.length === 0) return undefined;
      deps.log.warn(
        { product, view },
        "the memory bank is damaged, older or of another model or grader: building it anew",
      );
      const rebuilt = await buildProductBank({ product, view, references, model: name }, { signal }, deps);
      if (!(await isProven(rebuilt, model))) throw unsteady(model);
      await deps.store.banks.put(rebuilt);
      return { record: rebuilt, model };
    },
  };
};

const isWhole = (
  { modelSha256, spots, leftOutScores, leftOutMaps, captureBaseline }: BankRecord,
  { model, grader }: { readonly model: FeatureModel; readonly grader: GraderModel },
): boolean =>
  modelSha256 === model.card.sha256 &&
  spots.length >= leftOutScores.length &&
  leftOutMaps !== undefined &&
  isBaselineOf(captureBaseline, grader);

/** The bank's bytes are what they were, and so are the scores against them. */
const prove = async (record: BankRecord, model: FeatureModel, deps: BankKeeperDeps): Promise<boolean> => {
  if (!(await deps.blobs.holds(record.file))) return false;
  const drift = await findDrift(record, model, deps);
  if (drift === undefined) return true;
  const { product, view } = record;
  deps.log.warn({ product, view, ...drift }, "a good picture no longer scores what it did");
  return false;
};

const unsteady = ({ card: { name } }: FeatureModel): GumsaError =>
  new GumsaError("model_unsteady", `${name} does not give the same picture the same score twice here.`, {
    hint: `gumsa models verify ${name}; then report the processor and gumsa doctor`,
  });

/** A view of which there is nothing to compare with. */
export const withoutBank = (product: string, view: string): GumsaError =>
  new GumsaError("product_unknown", `${product} has no good pictures of the view ${view}.`, {
    hint: `gumsa product add ${product} --good DIR`,
  });
