// Stage 2 of the memory bank: greedy k-center over the prototypes of all good pictures, in the order of
// the pictures' hashes. The bank is therefore a function of the set of good pictures.
import type { Bench } from "../../inference/job.ts";
import { defineJob } from "../../inference/job.ts";
import type { Tensor } from "../../inference/session.ts";
import { DistanceRows } from "./distance-rows.ts";
import { kCenter } from "./k-center.ts";
import type { Prototypes } from "./prototypes.ts";
import { indicesUpTo, joinTables, nearestToMean, selectRows } from "./union.ts";

const LARGEST_BANK = 4096;

/** Prototypes of the good pictures in the order of the pictures' hashes, under a key for what was computed of them. */
export interface PrototypeSet {
  readonly key: string;
  readonly pictures: readonly Prototypes[];
}

/** A tenth of all patches, 4,096 at the most. */
export const bankSize = (patches: number): number => Math.min(LARGEST_BANK, Math.ceil(patches / 10));

export const selectBank = defineJob(
  import.meta.url,
  "selectBank",
  async (task: { set: PrototypeSet; pairwise: string }, bench: Bench): Promise<Tensor> =>
    selectBankWithout([], task, bench),
);

/** The bank of the set without the pictures at these places. */
export const selectBankWithout = async (
  excluded: readonly number[],
  { set, pairwise }: { set: PrototypeSet; pairwise: string },
  bench: Bench,
): Promise<Tensor> => {
  const rows = await rowsOf(set, pairwise, bench);
  const points = pointsWithout(new Set(excluded), set.pictures);
  const patches = set.pictures.reduce(
    (sum, picture, i) => sum + (excluded.includes(i) ? 0 : picture.patches),
    0,
  );
  const count = bankSize(patches);
  if (count >= points.length) return selectRows(rows.vectors, points);
  const start = nearestToMean(rows.vectors, points);
  const chosen = await kCenter({ points, start, count, rows });
  return selectRows(rows.vectors, chosen);
};

const rowsOf = (set: PrototypeSet, pairwise: string, bench: Bench): Promise<DistanceRows> =>
  bench.kept(`distance rows ${set.key}`, () => {
    const tables = set.pictures.map(({ vectors }) => vectors);
    return DistanceRows.over(joinTables(tables, set.pictures[0]?.dimensions ?? 0), pairwise, bench);
  });

const pointsWithout = (excluded: ReadonlySet<number>, pictures: readonly Prototypes[]): Int32Array => {
  const owners = pictures.flatMap(({ vectors, dimensions }, picture) =>
    new Array<number>(vectors.length / dimensions).fill(picture),
  );
  return indicesUpTo(owners.length).filter((index) => !excluded.has(owners[index] ?? -1));
};
