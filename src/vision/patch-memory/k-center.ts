// Greedy k-center, also called farthest-first traversal (Gonzalez 1985): each next centre is the point
// farthest from all centres so far. Ties go to the lower index, so the order is a function of the points.
import type { DistanceRows } from "./distance-rows.ts";

export interface KCenterProblem {
  /** Indices of the points that may be chosen and must be covered. */
  readonly points: Int32Array;
  /** The first centre, one of `points`. */
  readonly start: number;
  readonly count: number;
  readonly rows: Pick<DistanceRows, "of">;
}

/** The chosen indices in the order of choice: `count` of them, or all points where there are fewer. */
export const kCenter = async ({ points, start, count, rows }: KCenterProblem): Promise<Int32Array> => {
  const chosen = new Int32Array(Math.min(count, points.length));
  const covered = new Float32Array(points.length).fill(Number.POSITIVE_INFINITY);
  let centre = start;
  for (let i = 0; i < chosen.length; i++) {
    chosen[i] = centre;
    const distances = await rows.of(centre, (most) => farthest(points, covered, most));
    centre = points[cover(covered, points, distances)]!;
  }
  return chosen;
};

/** Lowers each point's distance to the new centre's where that is nearer; the place of the farthest point. */
const cover = (covered: Float32Array, points: Int32Array, distances: Float32Array): number => {
  let farthest = 0;
  let radius = -1;
  for (let i = 0; i < points.length; i++) {
    const distance = distances[points[i]!]!;
    if (distance < covered[i]!) covered[i] = distance;
    if (covered[i]! > radius) {
      radius = covered[i]!;
      farthest = i;
    }
  }
  return farthest;
};

/** The points that are farthest from all centres now: two in three of them become the next centres. */
const farthest = (points: Int32Array, covered: Float32Array, count: number): Int32Array => {
  const least = covered.toSorted()[Math.max(0, covered.length - count)] ?? 0;
  return points.filter((_, i) => covered[i]! >= least).slice(0, count);
};
