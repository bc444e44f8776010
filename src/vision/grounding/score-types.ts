// Where a picture looks like known defects rather than like good parts: for each patch its distance from the nearest
// good patch less that from the nearest patch of the type's cases. Both maps are smoothed alike, so their difference
// is the smoothed difference.
import { readFile } from "node:fs/promises";
import { type Bench, defineJob } from "../../inference/job.ts";
import type { FeatureModel } from "../../inference/model-store.ts";
import type { Tensor } from "../../inference/session.ts";
import { type DistanceMap, mapDistances } from "../patch-memory/distance-map.ts";
import { extractPatches, type Operators, type PatchGrid } from "../patch-memory/extract-patches.ts";
import { decodeTensor, tensorNames } from "../patch-memory/tensor-file.ts";
import type { Picture } from "../picture.ts";

/** Patches of known defects by type, as a worker reads them. */
export interface DefectFile {
  readonly id: string;
  readonly path: string;
}

export interface TypeScores {
  readonly type: string;
  /** Its `distances` are the scores; most lie below 0. */
  readonly map: DistanceMap;
}

export interface GoodMap {
  readonly good: DistanceMap;
  readonly operators: Operators;
  readonly defects: DefectFile;
  /** All of the file's when left out. */
  readonly types?: readonly string[];
}

export const scoreTypes = defineJob(
  import.meta.url,
  "scoreTypes",
  async (task: GoodMap & { grid: PatchGrid }, bench): Promise<TypeScores[]> =>
    scoresOf(task.grid, task, bench),
);

/** Of a good picture, whose own map is that against the bank without it: the highest score of each type. */
export const scoreGoodPart = defineJob(
  import.meta.url,
  "scoreGoodPart",
  async (
    task: GoodMap & { input: Picture; model: FeatureModel },
    bench,
  ): Promise<{ type: string; highest: number }[]> => {
    const scores = await scoresOf(await extractPatches(task.input, task, bench), task, bench);
    return scores.map(({ type, map }) => ({ type, highest: map.maximum }));
  },
);

const scoresOf = async (
  grid: PatchGrid,
  { good, operators, defects, types }: GoodMap,
  bench: Bench,
): Promise<TypeScores[]> => {
  const known = await readDefects(defects, bench);
  const scores: TypeScores[] = [];
  for (const [type, patches] of known) {
    if (types?.includes(type) === false) continue;
    const near = await mapDistances(grid, patches, { operators, bench });
    const distances = good.distances.map((distance, i) => distance - near.distances[i]!);
    const maximum = distances.reduce((highest, value) => Math.max(highest, value), Number.NEGATIVE_INFINITY);
    scores.push({ type, map: { ...near, distances, maximum } });
  }
  return scores;
};

const readDefects = ({ id, path }: DefectFile, bench: Bench): Promise<ReadonlyMap<string, Tensor>> =>
  bench.kept(id, async () => {
    const bytes = await readFile(path);
    return new Map(tensorNames(bytes).map((type) => [type, decodeTensor(bytes, type)]));
  });
