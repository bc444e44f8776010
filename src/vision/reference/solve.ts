/**
 * Solves a symmetric system by elimination with pivots. `sums` holds `count` rows of the upper triangle and, last in
 * each, the right side; it is used up. Undefined where the equations do not determine the unknowns.
 */
export const solve = (sums: Float64Array, count: number): Float64Array | undefined => {
  const width = count + 1;
  for (let j = 0; j < count; j++) for (let k = 0; k < j; k++) sums[j * width + k] = sums[k * width + j]!;
  const scales = Float64Array.from({ length: count }, (_, j) => Math.sqrt(Math.abs(sums[j * width + j]!)));
  if (scales.some((scale) => scale === 0)) return undefined;
  for (let j = 0; j < count; j++) {
    for (let k = 0; k < count; k++) sums[j * width + k]! /= scales[j]! * scales[k]!;
    sums[j * width + count]! /= scales[j]!;
  }
  for (let step = 0; step < count; step++) if (!eliminate(sums, step, count)) return undefined;
  return Float64Array.from({ length: count }, (_, j) => sums[j * width + count]! / scales[j]!);
};

/** Of unit-diagonal equations; a smaller pivot means that two of them say the same. */
const SMALLEST_PIVOT = 1e-9;

const eliminate = (sums: Float64Array, step: number, count: number): boolean => {
  const width = count + 1;
  let pivot = step;
  for (let j = step + 1; j < count; j++)
    if (Math.abs(sums[j * width + step]!) > Math.abs(sums[pivot * width + step]!)) pivot = j;
  const value = sums[pivot * width + step]!;
  if (!(Math.abs(value) > SMALLEST_PIVOT)) return false;
  const row = sums.slice(pivot * width, (pivot + 1) * width).map((entry) => entry / value);
  sums.copyWithin(pivot * width, step * width, (step + 1) * width);
  sums.set(row, step * width);
  for (let j = 0; j < count; j++) {
    const factor = sums[j * width + step]!;
    if (j === step || factor === 0) continue;
    for (let k = step; k < width; k++) sums[j * width + k]! -= factor * row[k]!;
  }
  return true;
};
