// Greedy k-center, also called farthest-first traversal (Gonzalez 1985): each next centre is the point
// farthest from all centres so far. Ties go to the lower index, so the order is a function of the points.

export interface KCenterProblem {
  /** Indices of the points that may be chosen and must be covered. */
  readonly points: Int32Array;
  /** The first centre, one of `points`. */
  readonly start: number;
  readonly count: number;
  /** Distances from one point to every point, indexed as `points` names them. */
  readonly distancesFrom: (point: number) => Promise<Float32Array> | Float32Array;
}

/** The chosen indices in the order of choice: `count` of them, or all points where there are fewer. */
export const kCenter = async ({
  points,
  start,
  count,
  distancesFrom,
}: KCenterProblem): Promise<Int32Array> => {
  const chosen = new Int32Array(Math.min(count, points.length));
  const covered = new Float32Array(points.length).fill(Number.POSITIVE_INFINITY);
  let centre = start;
  for (let i = 0; i < chosen.length; i++) {
    chosen[i] = centre;
    centre = points[cover(covered, points, await distancesFrom(centre))]!;
  }
  return chosen;
};

/** Lowers each point's distance to the new centre's where that is nearer; the place of the farthest point. */
const cover = (covered: Float32Array, points: Int32Array, distances: Float32Array): number => {
  let farthest = 0;
  let radius = -1;
  for (let i = 0; i < points.length; i++) {
    const distance = Math.min(covered[i]!, distances[points[i]!]!);
    covered[i] = distance;
    if (distance > radius) {
      radius = distance;
      farthest = i;
    }
  }
  return farthest;
};
