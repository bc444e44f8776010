// A product's memory bank from its stored good pictures. Each picture is decoded once: its capture is
// measured on its own pixels, its network input kept small until the bank stands.
import pMap from "p-map";
import type { BlobId } from "../domain/image-ref.ts";
import type { View } from "../domain/product.ts";
import type { Reference } from "../domain/reference.ts";
import type { Box } from "../domain/region.ts";
import { GumsaError, throwIfCancelled } from "../errors.ts";
import type { JobPool } from "../inference/job-pool.ts";
import type { GraderModel } from "../inference/model-store.ts";
import type { ModelStore } from "../inference/model-store.ts";
import type { BlobStore } from "../store/blob-store.ts";
import type { PrototypeKey } from "../store/prototypes.ts";
import type { BankRecord, Store } from "../store/store.ts";
import { readCapture } from "../vision/capture/network.ts";
import { inputLongEdge, scaledBox } from "../vision/input-size.ts";
import { buildBank, encodeBank } from "../vision/patch-memory/build-bank.ts";
import { operatorsOf } from "../vision/patch-memory/extract-patches.ts";
import { encodeMaps } from "../vision/patch-memory/distance-map.ts";
import { decodePrototypes, encodePrototypes, type Prototypes } from "../vision/patch-memory/prototypes.ts";
import type { Picture } from "../vision/picture.ts";
import { type ComparedPicture, toCompare } from "../vision/reference/compare-pictures.ts";
import { calibrateCapture, type GoodReading, MOST_JUDGED } from "./calibrate-capture.ts";
import { goldenScores } from "./golden-scores.ts";
import { type InputScale, networkInput } from "./network-input.ts";
import type { PictureReader } from "./picture-reader.ts";
import { scoreGoodPairs } from "./score-good-pairs.ts";

export const FEATURE_MODEL = "patch-features";

export interface BankBuildRequest {
  readonly product: string;
  readonly view: View;
  readonly references: readonly Reference[];
  /** The bundled network unless another is named. */
  readonly model?: string | undefined;
}

export interface BuildProgress {
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface BankBuilderDeps {
  readonly store: Store;
  readonly blobs: BlobStore;
  readonly jobs: JobPool;
  readonly models: ModelStore;
  readonly pictures: PictureReader;
}

const FEWEST_REFERENCES = 2;

/**
 * A function of the set of good pictures: they are taken in the order of their hashes, whatever order they came in.
 * Stores the bank's file, not its record. Throws `references_too_few`.
 */
export const buildProductBank = async (
  request: BankBuildRequest,
  progress: BuildProgress,
  deps: BankBuilderDeps,
): Promise<BankRecord> => {
  const { product, view } = request;
  const references = request.references.toSorted((a, b) => (a.image.id < b.image.id ? -1 : 1));
  if (references.length < FEWEST_REFERENCES) throw tooFew(product, references.length);
  const model = await deps.models.features(request.model ?? FEATURE_MODEL);
  const inputLongEdgePx = model.card.input.longEdgePx ?? inputLongEdge(references.map(({ image }) => image));
  const scale: InputScale = { model, inputLongEdgePx };
  const grader = await deps.models.grader();
  const judgedEvery = Math.ceil(references.length / MOST_JUDGED);
  const readings = await pMap(
    references,
    (reference, index) =>
      readReference(reference, { scale, grader, isJudged: index % judgedEvery === 0, deps, progress }),
    {
      concurrency: deps.jobs.size + 1,
    },
  );
  const bank = await buildBank({
    pictures: readings,
    model,
    operators: operatorsOf(deps.models),
    jobs: deps.jobs,
    cache: prototypeCache(scale, deps),
    onProgress: (share) => progress.onProgress?.(BANK_SHARE * share),
    signal: progress.signal,
  });
  const referenceScores = await scoreGoodPairs(
    readings,
    {
      model,
      signal: progress.signal,
      onProgress: (share) => progress.onProgress?.(BANK_SHARE + (1 - BANK_SHARE) * share),
    },
    deps,
  );
  const file = await deps.blobs.put(encodeBank(bank));
  return {
    product,
    view,
    file,
    model: model.card.name,
    modelSha256: model.card.sha256,
    inputLongEdgePx,
    leftOutScores: bank.leftOutScores,
    referenceScores,
    spots: spotsOf(bank.spots, readings, references),
    golden: await goldenScores(readings, { file, model, signal: progress.signal }, deps),
    leftOutMaps: await deps.blobs.put(encodeMaps(bank.leftOutMaps)),
    captureBaseline: await calibrateCapture(
      readings.map(({ capture }) => capture),
      { grader, jobs: deps.jobs, signal: progress.signal },
    ),
    builtAt: new Date().toISOString(),
  };
};

/** The bank's part of the work; the rest goes to comparing good pictures with each other. */
const BANK_SHARE = 0.7;

interface ReadingContext {
  readonly scale: InputScale;
  readonly grader: GraderModel;
  readonly isJudged: boolean;
  readonly deps: BankBuilderDeps;
  readonly progress: BuildProgress;
}

interface ReferenceReading {
  readonly id: BlobId;
  readonly input: Picture;
  readonly compared: ComparedPicture;
  readonly capture: GoodReading;
}

/** Decodes a good picture once: its capture is measured on its own pixels, its input kept small. */
const readReference = async (
  { image, fileName }: Reference,
  { scale, grader, isJudged, deps, progress }: ReadingContext,
): Promise<ReferenceReading> => {
  throwIfCancelled(progress.signal);
  const picture = await deps.pictures.decode(image.id, fileName);
  const input = await networkInput(picture, scale);
  const { statistics, look, answer } = await deps.jobs.do(
    readCapture,
    { picture, grader, usual: undefined },
    progress.signal,
  );
  const capture = { statistics, vector: answer.look, look: isJudged ? look : undefined };
  return { id: image.id, input, compared: await toCompare(picture), capture };
};

const prototypeCache = ({ model, inputLongEdgePx }: InputScale, { store, blobs }: BankBuilderDeps) => {
  const keyOf = (id: string): PrototypeKey => ({
    image: id as BlobId, // the ids of the pictures handed to buildBank above
    modelSha256: model.card.sha256,
    inputLongEdgePx,
  });
  return {
    async get(id: string): Promise<Prototypes | undefined> {
      const file = await store.prototypes.get(keyOf(id));
      return file && (await blobs.holds(file)) ? decodePrototypes(await blobs.get(file)) : undefined;
    },
    async put(id: string, prototypes: Prototypes): Promise<void> {
      await store.prototypes.put(keyOf(id), await blobs.put(encodePrototypes(prototypes)));
    },
  };
};

/** From pixels of the network's input to the pictures' own. All are in the order of the pictures' hashes. */
const spotsOf = (
  spots: readonly Box[],
  readings: readonly ReferenceReading[],
  references: readonly Reference[],
): BankRecord["spots"] =>
  references.flatMap(({ image }, i) => {
    const [box, reading] = [spots[i], readings[i]];
    return box && reading ? [{ image: image.id, box: scaledBox(box, reading.input, image) }] : [];
  });

const tooFew = (product: string, count: number): GumsaError =>
  new GumsaError(
    "references_too_few",
    `${product} has ${count} good pictures; ${FEWEST_REFERENCES} is the least.`,
    {
      hint: "add good pictures; 19 or more for a false-alarm rate of 5 %",
    },
  );
