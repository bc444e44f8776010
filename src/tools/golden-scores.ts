// Score parity, proven where it matters: a few good pictures are scored when a bank is built, and once more by every
// process that loads it. Bank and network are known by their hashes; what may still differ is what runs them, and then
// the thresholds of the bank are those of other scores.
import type { BlobId } from "../domain/image-ref.ts";
import type { JobPool } from "../inference/job-pool.ts";
import type { FeatureModel, ModelStore } from "../inference/model-store.ts";
import type { BlobStore } from "../store/blob-store.ts";
import type { BankRecord } from "../store/store.ts";
import { operatorsOf } from "../vision/patch-memory/extract-patches.ts";
import { scorePicture } from "../vision/patch-memory/score-picture.ts";
import type { Picture } from "../vision/picture.ts";
import { networkInput } from "./network-input.ts";
import type { PictureReader } from "./picture-reader.ts";

/** Each costs a process one pass of the network before its first inspection. */
const GOLDEN_PICTURES = 2;
const TOLERANCE = 1e-4;
/** A score near 0 is all rounding: it is held to this share of the highest that a good picture had. */
const LEAST_SHARE = 0.01;

export interface GoldenDeps {
  readonly blobs: BlobStore;
  readonly jobs: JobPool;
  readonly models: ModelStore;
  readonly pictures: PictureReader;
}

export type GoldenScores = NonNullable<BankRecord["golden"]>;

interface Scorer {
  readonly file: BlobId;
  readonly model: FeatureModel;
  readonly signal?: AbortSignal | undefined;
}

/** Of the first few pictures, which come in the order of their hashes. */
export const goldenScores = (
  pictures: readonly { readonly id: BlobId; readonly input: Picture }[],
  scorer: Scorer,
  deps: GoldenDeps,
): Promise<GoldenScores> =>
  Promise.all(
    pictures
      .slice(0, GOLDEN_PICTURES)
      .map(async ({ id, input }) => ({ image: id, distance: await scoreOf(input, scorer, deps) })),
  );

/** The first golden picture with another score than when the bank was built; one that is lost proves nothing. */
export const findDrift = async (
  { file, golden = [], inputLongEdgePx, leftOutScores }: BankRecord,
  model: FeatureModel,
  deps: GoldenDeps,
): Promise<{ image: BlobId; distance: number; golden: number } | undefined> => {
  const least = LEAST_SHARE * Math.max(0, ...leftOutScores);
  for (const { image, distance: expected } of golden) {
    if (!(await deps.blobs.holds(image))) continue;
    const input = await networkInput(await deps.pictures.decode(image), { model, inputLongEdgePx });
    const distance = await scoreOf(input, { file, model }, deps);
    const isEqual = Math.abs(distance - expected) <= TOLERANCE * Math.max(expected, least);
    if (!isEqual) return { image, distance, golden: expected };
  }
  return undefined;
};

const scoreOf = async (
  input: Picture,
  { file, model, signal }: Scorer,
  { jobs, models, blobs }: GoldenDeps,
): Promise<number> => {
  const bank = { id: file, path: blobs.pathOf(file) };
  const { maximum } = await jobs.do(
    scorePicture,
    { input, model, operators: operatorsOf(models), bank },
    signal,
  );
  return maximum;
};
