// The last part of the way to a sub-pixel alignment: Gauss-Newton steps of the inverse compositional kind (Baker
// and Matthews 2004) with gain and offset of the light solved alongside (so that the result does not depend on
// them, as in Evangelidis and Psarakis 2008), and Cauchy weights, so that a defect pulls little.

import type { Edges } from "./edges.ts";
import { bilinear } from "./interpolate.ts";
import type { Plane } from "./plane.ts";
import { compose, inverted, type Similarity } from "./similarity.ts";
import { solve } from "./solve.ts";

/** Steps shorter than this, at any pixel, are not worth another. */
const SMALLEST_STEP_PX = 0.01;

/** Improves a mapping of the picture's coordinates into the reference, by the picture's edges. */
export const refine = (
  { edges, reference }: { edges: Edges; reference: Plane },
  start: Similarity,
  steps: number,
): Similarity => {
  let similarity = start;
  let light: Light | undefined;
  for (let step = 0; step < steps; step++) {
    const found = solveStep(edges, { seen: sampleAt(edges, reference, similarity), light });
    if (!found) return similarity;
    light = found.light;
    similarity = compose(similarity, inverted(found.change));
    if (reachPx(found.change, edges) < SMALLEST_STEP_PX) break;
  }
  return similarity;
};

/** seen = gain picture + offset. */
interface Light {
  readonly gain: number;
  readonly offset: number;
}

/** The reference under each edge; NaN where it does not reach. */
const sampleAt = ({ count, x, y }: Edges, reference: Plane, { a, b, dx, dy }: Similarity): Float32Array => {
  const seen = new Float32Array(count);
  const [right, bottom] = [reference.widthPx - 1, reference.heightPx - 1];
  for (let i = 0; i < count; i++) {
    const atX = a * x[i]! - b * y[i]! + dx - 0.5;
    const atY = b * x[i]! + a * y[i]! + dy - 0.5;
    const isCovered = atX >= 0 && atY >= 0 && atX <= right && atY <= bottom;
    seen[i] = isCovered ? bilinear(reference, atX, atY) : Number.NaN;
  }
  return seen;
};

/** Gain, offset, growth, turn, and shift along x and y. */
const UNKNOWNS = 6;
/** Rows of the equations with their right side. */
const WIDTH = UNKNOWNS + 1;

/** What is seen as a weighted sum of the picture, a constant, and the picture's change by each parameter. */
const solveStep = (
  edges: Edges,
  { seen, light }: { seen: Float32Array; light: Light | undefined },
): { light: Light; change: Similarity } | undefined => {
  const { values, x, y, slopeX, slopeY, middleX, middleY } = edges;
  const limit = light && residualLimit(values, seen, light);
  const sums = new Float64Array(UNKNOWNS * WIDTH);
  const row = new Float64Array(WIDTH);
  row[1] = 1;
  for (let i = 0; i < edges.count; i++) {
    const value = seen[i]!;
    if (Number.isNaN(value)) continue;
    row[0] = values[i]!;
    row[2] = slopeX[i]! * (x[i]! - middleX) + slopeY[i]! * (y[i]! - middleY);
    row[3] = slopeY[i]! * (x[i]! - middleX) - slopeX[i]! * (y[i]! - middleY);
    row[4] = slopeX[i]!;
    row[5] = slopeY[i]!;
    row[6] = value;
    const residual = light ? value - light.gain * values[i]! - light.offset : 0;
    addEquation(sums, row, limit ? 1 / (1 + (residual * residual) / limit) : 1);
  }
  return changeOf(solve(sums, UNKNOWNS), { middleX, middleY });
};

const addEquation = (sums: Float64Array, row: Float64Array, weight: number): void => {
  for (let j = 0; j < UNKNOWNS; j++) {
    const weighted = weight * row[j]!;
    for (let k = j; k < WIDTH; k++) sums[j * WIDTH + k]! += weighted * row[k]!;
  }
};

/** Residuals beyond this many times their root mean square count for less than half. */
const TOLERANCE = 2;

/** The square of that residual. */
const residualLimit = (values: Float32Array, seen: Float32Array, { gain, offset }: Light): number => {
  let [squares, count] = [0, 1];
  for (let i = 0; i < seen.length; i++) {
    const residual = seen[i]! - gain * values[i]! - offset;
    if (Number.isNaN(residual)) continue;
    squares += residual * residual;
    count++;
  }
  return TOLERANCE ** 2 * (squares / count) + 1e-9;
};

/** Turn and growth are about the picture's middle, where they are least mixed up with the shift. */
const changeOf = (
  solution: Float64Array | undefined,
  { middleX, middleY }: { middleX: number; middleY: number },
): { light: Light; change: Similarity } | undefined => {
  if (!solution || !(solution[0]! > 0)) return undefined;
  const [gain, offset] = [solution[0]!, solution[1]!];
  const [a, b] = [1 + solution[2]! / gain, solution[3]! / gain];
  const dx = solution[4]! / gain + middleX - (a * middleX - b * middleY);
  const dy = solution[5]! / gain + middleY - (b * middleX + a * middleY);
  return { light: { gain, offset }, change: { a, b, dx, dy } };
};

/** The farthest that the change moves a corner. */
const reachPx = ({ a, b, dx, dy }: Similarity, { middleX, middleY }: Edges): number =>
  Math.max(
    ...[0, 2 * middleX].flatMap((x) =>
      [0, 2 * middleY].map((y) => Math.hypot((a - 1) * x - b * y + dx, b * x + (a - 1) * y + dy)),
    ),
  );
