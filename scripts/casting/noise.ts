// Irregularity at a chosen scale: random values on a grid, joined by cubic B-splines, so that slopes are smooth too.

import { createPlane, type Plane, SIZE_PX } from "./plane.ts";
import type { Random } from "./random.ts";

interface Spline {
  /** First of the four grid values that each pixel mixes. */
  readonly cell: Int32Array;
  /** Their weights, four a pixel. */
  readonly weights: Float32Array;
}

/** What a B-spline leaves of white noise's standard deviation of 1, in one direction, on average over a cell. */
const SPLINE_DEVIATION = 0.692;

/** Smooth noise with bumps about `cellPx` wide (1.5 px or more), mean 0, standard deviation about 1. */
export function smoothNoise(random: Random, cellPx: number): Plane {
  const cells = Math.ceil(SIZE_PX / cellPx) + 4;
  const grid = new Float32Array(cells * cells);
  const limit = Math.sqrt(3) / SPLINE_DEVIATION ** 2;
  for (let i = 0; i < grid.length; i++) grid[i] = random.uniform(-limit, limit);
  const rows = joinedAcross(grid, cells, splineOf(cellPx, random.uniform(0, 1)));
  return joinedDown(rows, splineOf(cellPx, random.uniform(0, 1)));
}

/** Noise summed from `coarsestPx` down to `finestPx`, each scale half as wide and `persistence` times as strong. */
export function fractalNoise(
  random: Random,
  { coarsestPx, finestPx, persistence }: { coarsestPx: number; finestPx: number; persistence: number },
): Plane {
  const sum = createPlane();
  const octaves = Math.floor(Math.log2(coarsestPx / finestPx)) + 1;
  const power = Array.from({ length: octaves }, (_, octave) => persistence ** (2 * octave)).reduce(
    (a, b) => a + b,
  );
  for (let octave = 0; octave < octaves; octave++) {
    const weight = persistence ** octave / Math.sqrt(power);
    const noise = smoothNoise(random, coarsestPx / 2 ** octave);
    for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + weight * noise[i]!;
  }
  return sum;
}

function joinedAcross(grid: Float32Array, cells: number, { cell, weights }: Spline): Float32Array {
  const rows = new Float32Array(cells * SIZE_PX);
  for (let row = 0, index = 0; row < cells; row++) {
    for (let x = 0; x < SIZE_PX; x++, index++) {
      const from = row * cells + cell[x]!;
      let sum = 0;
      for (let k = 0; k < 4; k++) sum += weights[4 * x + k]! * grid[from + k]!;
      rows[index] = sum;
    }
  }
  return rows;
}

function joinedDown(rows: Float32Array, { cell, weights }: Spline): Plane {
  const plane = createPlane();
  for (let y = 0; y < SIZE_PX; y++) {
    for (let k = 0; k < 4; k++) {
      const weight = weights[4 * y + k]!;
      const from = (cell[y]! + k) * SIZE_PX;
      const to = y * SIZE_PX;
      for (let x = 0; x < SIZE_PX; x++) plane[to + x] = plane[to + x]! + weight * rows[from + x]!;
    }
  }
  return plane;
}

function splineOf(cellPx: number, offset: number): Spline {
  const cell = new Int32Array(SIZE_PX);
  const weights = new Float32Array(4 * SIZE_PX);
  for (let i = 0; i < SIZE_PX; i++) {
    const position = i / cellPx + offset;
    cell[i] = Math.floor(position);
    weights.set(cubicWeights(position - Math.floor(position)), 4 * i);
  }
  return { cell, weights };
}

/** The uniform cubic B-spline's four weights at `t` in [0, 1). */
function cubicWeights(t: number): number[] {
  return [
    (1 - t) ** 3 / 6,
    (3 * t ** 3 - 6 * t ** 2 + 4) / 6,
    (-3 * t ** 3 + 3 * t ** 2 + 3 * t + 1) / 6,
    t ** 3 / 6,
  ];
}
