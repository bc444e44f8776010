// One number a pixel, row by row: heights, tones and masks alike.

/** Width and height of every picture, in pixels. */
export const SIZE_PX = 512;

export type Plane = Float32Array;

/** A plane of zeros, or of `value`. */
export function createPlane(value = 0): Plane {
  return new Float32Array(SIZE_PX * SIZE_PX).fill(value);
}

/** A plane computed pixel by pixel; `at` gets the column, the row and the index. */
export function planeOf(at: (x: number, y: number, index: number) => number): Plane {
  const plane = createPlane();
  for (let y = 0, index = 0; y < SIZE_PX; y++) {
    for (let x = 0; x < SIZE_PX; x++, index++) plane[index] = at(x, y, index);
  }
  return plane;
}

/** Visits the pixels of a square around a point, clipped to the picture. */
export function aroundPoint(
  [centreX, centreY]: readonly [number, number],
  radiusPx: number,
  visit: (x: number, y: number, index: number) => void,
): void {
  const inside = (value: number): number => Math.min(SIZE_PX - 1, Math.max(0, value));
  for (let y = inside(Math.floor(centreY - radiusPx)); y <= inside(Math.ceil(centreY + radiusPx)); y++) {
    for (let x = inside(Math.floor(centreX - radiusPx)); x <= inside(Math.ceil(centreX + radiusPx)); x++) {
      visit(x, y, y * SIZE_PX + x);
    }
  }
}

/** Gaussian blur; `sigmaPx` is the standard deviation, and the edge pixels repeat beyond the border. */
export function blurred(plane: Plane, sigmaPx: number): Plane {
  const weights = gaussian(sigmaPx);
  const rows = convolved(plane, weights, { step: 1, lineStep: SIZE_PX });
  return convolved(rows, weights, { step: SIZE_PX, lineStep: 1 });
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function smoothstep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

function gaussian(sigmaPx: number): Float32Array {
  const radius = Math.ceil(3 * sigmaPx);
  const weights = Float32Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * sigmaPx ** 2)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function convolved(
  plane: Plane,
  weights: Float32Array,
  { step, lineStep }: { step: number; lineStep: number },
): Plane {
  const radius = (weights.length - 1) / 2;
  const padded = new Float32Array(SIZE_PX + 2 * radius);
  const result = createPlane();
  for (let line = 0; line < SIZE_PX; line++) {
    const start = line * lineStep;
    for (let i = 0; i < padded.length; i++) {
      padded[i] = plane[start + Math.min(SIZE_PX - 1, Math.max(0, i - radius)) * step]!;
    }
    for (let i = 0; i < SIZE_PX; i++) {
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += weights[k]! * padded[i + k]!;
      result[start + i * step] = sum;
    }
  }
  return result;
}
