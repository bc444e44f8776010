// The whole of a memory bank from its good pictures: prototypes of each (stage 1), the bank (stage 2), and
// the left-out scores that calibrate it: leave-one-out up to 50 pictures of moderate size, ten folds beyond.
import { createHash } from "node:crypto";
import pMap from "p-map";
import type { Box } from "../../domain/region.ts";
import type { JobPool } from "../../inference/job-pool.ts";
import type { FeatureModel } from "../../inference/model-store.ts";
import type { Tensor } from "../../inference/session.ts";
import type { Picture } from "../picture.ts";
import { MOST_KEPT_DISTANCES } from "./distance-rows.ts";
import type { Operators } from "./extract-patches.ts";
import type { DistanceMap } from "./distance-map.ts";
import { choosePrototypes, type Prototypes } from "./prototypes.ts";
import { type LeftOutScore, scoreLeftOut } from "./score-picture.ts";
import { type PrototypeSet, selectBank } from "./select-bank.ts";
import { encodeTensors } from "./tensor-file.ts";

export interface GoodPicture {
  /** The hash of its bytes, which orders the pictures. */
  readonly id: string;
  /** At the size that the network wants. */
  readonly input: Picture;
}

export interface BankBuild {
  readonly pictures: readonly GoodPicture[];
  readonly model: FeatureModel;
  readonly operators: Operators;
  readonly jobs: JobPool;
  /** Prototypes that were chosen before, by the picture's id. */
  readonly cache?: {
    get(id: string): Promise<Prototypes | undefined>;
    put(id: string, prototypes: Prototypes): Promise<void>;
  };
  /** Called with the share done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface MemoryBank {
  /** [patches, dimensions] */
  readonly vectors: Tensor;
  /** The mean of all patches, each picture counting the same: what similarity is seen from. */
  readonly centre: Tensor;
  /** In the order of the pictures' ids. */
  readonly leftOutScores: readonly number[];
  /** The strongest spot of each left-out map, in pixels of the picture's input; in the same order. */
  readonly spots: readonly Box[];
  /** The distance map of each when it was left out, by the picture's id. */
  readonly leftOutMaps: Readonly<Record<string, DistanceMap>>;
}

const MOST_LEFT_OUT_ONE_BY_ONE = 50;
const FOLDS = 10;

export const buildBank = async (build: BankBuild): Promise<MemoryBank> => {
  const pictures = build.pictures.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const tick = ticker(2 * pictures.length, build.onProgress);
  const lanes = { concurrency: 2 * build.jobs.size }; // the next task waits at hand while a worker is busy
  const prototypes = await pMap(
    pictures,
    async (picture) => tick(1, await prototypesOf(picture, build)),
    lanes,
  );
  const kept = prototypes.reduce((sum, { vectors, dimensions }) => sum + vectors.length / dimensions, 0);
  const folds = foldsOf(pictures.length, kept);
  const set: PrototypeSet = { key: keyOf(pictures, build.model), pictures: prototypes };
  const { model, operators, jobs, signal } = build;
  const vectors = await jobs.do(selectBank, { set, pairwise: operators.pairwise }, signal);
  const scoreFold = async (places: readonly number[]): Promise<LeftOutScore[]> => {
    const inputs = places.flatMap((place) => pictures[place]?.input ?? []);
    const scores = await jobs.do(scoreLeftOut, { set, places, inputs, model, operators }, signal);
    return tick(places.length, scores);
  };
  const scored = await pMap(folds, scoreFold, lanes);
  const leftOut = inPlace(folds, scored);
  return {
    vectors,
    centre: meanOf(prototypes),
    leftOutScores: leftOut.map(({ score }) => score),
    spots: leftOut.map(({ spot }) => spot),
    leftOutMaps: Object.fromEntries(
      pictures.flatMap(({ id }, i) => leftOut.slice(i, i + 1).map(({ map }) => [id, map])),
    ),
  };
};

const meanOf = (prototypes: readonly Prototypes[]): Tensor => {
  const dimensions = prototypes[0]?.dimensions ?? 0;
  const data = new Float32Array(dimensions);
  for (const { mean } of prototypes) {
    for (let i = 0; i < dimensions; i++) data[i]! += mean[i]! / prototypes.length;
  }
  return { data, dims: [dimensions] };
};

/** The bytes of a bank's file. */
export const encodeBank = ({ vectors, centre }: Pick<MemoryBank, "vectors" | "centre">): Uint8Array =>
  encodeTensors({ vectors, centre });

/** What was found fold by fold, in the order of the pictures. */
const inPlace = <Found>(folds: readonly number[][], found: readonly Found[][]): Found[] =>
  folds
    .flatMap((places, fold) =>
      places.map((place, i) => ({ place, items: found[fold]?.slice(i, i + 1) ?? [] })),
    )
    .toSorted((a, b) => a.place - b.place)
    .flatMap(({ items }) => items);

/**
 * Each fold is a list of places; picture i lies in fold i mod 10, or alone. `prototypes`: of all pictures. One
 * selection a picture is cheap only while a worker can keep all the distances that the selections share.
 */
export const foldsOf = (count: number, prototypes: number): number[][] => {
  const isOneByOne = count <= MOST_LEFT_OUT_ONE_BY_ONE && prototypes ** 2 <= MOST_KEPT_DISTANCES;
  const folds = isOneByOne ? count : FOLDS;
  return Array.from({ length: folds }, (_, fold) =>
    Array.from({ length: Math.ceil((count - fold) / folds) }, (_, i) => fold + i * folds),
  );
};

const prototypesOf = async (
  picture: GoodPicture,
  { cache, jobs, model, operators, signal }: BankBuild,
): Promise<Prototypes> => {
  const known = await cache?.get(picture.id);
  if (known) return known;
  const prototypes = await jobs.do(choosePrototypes, { input: picture.input, model, operators }, signal);
  await cache?.put(picture.id, prototypes);
  return prototypes;
};

const keyOf = (pictures: readonly GoodPicture[], model: FeatureModel): string => {
  const hash = createHash("sha256").update(model.card.sha256);
  for (const { id } of pictures) hash.update(id);
  return hash.digest("hex");
};

const ticker = (total: number, onProgress: BankBuild["onProgress"]) => {
  let done = 0;
  return <T>(steps: number, result: T): T => {
    done += steps;
    onProgress?.(done / total);
    return result;
  };
};
