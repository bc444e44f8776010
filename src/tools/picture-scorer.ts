// One pass of the network for each picture, whoever asks: detect_anomaly and find_similar run side by side and
// both need the distance map. The last few results are kept, so that the second asker waits for the first.
import type { BlobId } from "../domain/image-ref.ts";
import type { Product, View } from "../domain/product.ts";
import type { Box } from "../domain/region.ts";
import { throwIfCancelled } from "../errors.ts";
import { pValueOf, thresholdOf } from "../vision/patch-memory/conformal.ts";
import type { Size } from "../vision/input-size.ts";
import type { DistanceMap } from "../vision/patch-memory/distance-map.ts";
import { operatorsOf, type PatchGrid } from "../vision/patch-memory/extract-patches.ts";
import { regionsAbove, type SuspiciousBox, strongestSpot } from "../vision/patch-memory/regions.ts";
import { scorePicture } from "../vision/patch-memory/score-picture.ts";
import type { BankBuilderDeps } from "./bank-builder.ts";
import { type Bank, type BankKeeper, withoutBank } from "./bank-keeper.ts";
import { networkInput } from "./network-input.ts";

export interface ScoredPicture {
  readonly product: Product;
  readonly bank: Bank;
  readonly map: DistanceMap;
  /** The whole picture as one unit vector. */
  readonly vector: Float32Array;
  /** Its patches, for whoever compares them with something else than good pictures. */
  readonly grid: PatchGrid;
  /** Of the picture as it is. */
  readonly size: Size;
  readonly pValue: number;
  readonly highestGood: number;
  /** Absent while no p-value can reach alpha. */
  readonly threshold: number | undefined;
  /** Where the distance lies beyond the threshold, or without one beyond every good picture; strongest first. */
  readonly regions: readonly SuspiciousBox[];
  /** Around the maximum of the map, suspicious or not. */
  readonly spot: Box;
}

export interface PictureQuestion {
  readonly image: BlobId;
  readonly product: string;
  readonly view: View;
}

export interface PictureScorer {
  /** Throws `product_unknown`. */
  score(question: PictureQuestion, signal?: AbortSignal): Promise<ScoredPicture>;
}

export interface PictureScorerDeps extends BankBuilderDeps {
  readonly banks: BankKeeper;
}

const MOST_KEPT = 4;

export const createPictureScorer = (deps: PictureScorerDeps): PictureScorer => {
  const kept = new Map<string, ReturnType<typeof runNetwork>>();
  /** Not bound to one asker's signal: another may be waiting for the same result. */
  const passOf = (image: BlobId, bank: Bank): ReturnType<typeof runNetwork> => {
    const key = `${image} ${bank.record.file}`;
    const pass = kept.get(key) ?? runNetwork(image, bank, deps);
    kept.delete(key);
    kept.set(key, pass);
    pass.catch(() => kept.delete(key));
    for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
    return pass;
  };
  return {
    async score({ image, product: id, view }, signal) {
      const product = await deps.store.products.get(id);
      const bank = await deps.banks.of(id, view, signal);
      if (!product || !bank) throw withoutBank(id, view);
      const pass = await passOf(image, bank);
      throwIfCancelled(signal);
      return judged(pass, product, bank);
    },
  };
};

/** The score of a picture against a bank that may not be in the store yet. */
export const runNetwork = async (image: BlobId, { record, model }: Bank, deps: BankBuilderDeps) => {
  const picture = await deps.pictures.decode(image);
  const input = await networkInput(picture, { model, inputLongEdgePx: record.inputLongEdgePx });
  const bank = { id: record.file, path: deps.blobs.pathOf(record.file) };
  const task = { input, model, operators: operatorsOf(deps.models), bank };
  const { vector, grid, ...map } = await deps.jobs.do(scorePicture, task);
  return { map, vector, grid, size: { widthPx: picture.widthPx, heightPx: picture.heightPx } };
};

/** What the numbers mean for this product's rate of false alarms. */
export const judged = (
  { map, vector, grid, size }: Awaited<ReturnType<typeof runNetwork>>,
  product: Product,
  bank: Bank,
): ScoredPicture => {
  const { leftOutScores } = bank.record;
  const threshold = thresholdOf(leftOutScores, product.alpha);
  const highestGood = Math.max(...leftOutScores);
  return {
    product,
    bank,
    map,
    vector,
    grid,
    size,
    pValue: pValueOf(map.maximum, leftOutScores),
    highestGood,
    threshold,
    regions: regionsAbove(map, threshold ?? highestGood, size),
    spot: strongestSpot(map, size),
  };
};
