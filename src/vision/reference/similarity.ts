// Translation, rotation and scale: (x, y) goes to (a x - b y + dx, b x + a y + dy). Coordinates are continuous,
// pixel i reaching from i to i + 1, so that a change of resolution only scales them.
import type { Size } from "../input-size.ts";

export interface Similarity {
  /** Scale times the cosine of the rotation. */
  readonly a: number;
  /** Scale times the sine; positive turns from the x axis towards the y axis, clockwise to the eye. */
  readonly b: number;
  readonly dx: number;
  readonly dy: number;
}

export interface Pose {
  /** Where the middle of the one picture comes to lie, from the middle of the other. */
  readonly dxPx: number;
  readonly dyPx: number;
  readonly rotationDegrees: number;
  readonly scale: number;
}

/** The mapping that does `inner` first. */
export const compose = (outer: Similarity, inner: Similarity): Similarity => ({
  a: outer.a * inner.a - outer.b * inner.b,
  b: outer.a * inner.b + outer.b * inner.a,
  dx: outer.a * inner.dx - outer.b * inner.dy + outer.dx,
  dy: outer.b * inner.dx + outer.a * inner.dy + outer.dy,
});

export const inverted = ({ a, b, dx, dy }: Similarity): Similarity => {
  const square = a * a + b * b;
  return {
    a: a / square,
    b: -b / square,
    dx: -(a * dx + b * dy) / square,
    dy: (b * dx - a * dy) / square,
  };
};

/** The same mapping where coordinates on its near side count `near` times as much, on its far side `far` times. */
export const rescaled = (
  { a, b, dx, dy }: Similarity,
  { near, far }: { near: number; far: number },
): Similarity => ({ a: (a * far) / near, b: (b * far) / near, dx: dx * far, dy: dy * far });

/** The mapping of `from` into `to` with this pose of the middles. */
export const similarityOf = (
  { dxPx, dyPx, rotationDegrees, scale }: Pose,
  { from, to }: { from: Size; to: Size },
): Similarity => {
  const angle = (rotationDegrees * Math.PI) / 180;
  const [a, b] = [scale * Math.cos(angle), scale * Math.sin(angle)];
  const [x, y] = [from.widthPx / 2, from.heightPx / 2];
  return { a, b, dx: to.widthPx / 2 + dxPx - (a * x - b * y), dy: to.heightPx / 2 + dyPx - (b * x + a * y) };
};

/** The opposite of `similarityOf`. */
export const poseOf = ({ a, b, dx, dy }: Similarity, { from, to }: { from: Size; to: Size }): Pose => {
  const [x, y] = [from.widthPx / 2, from.heightPx / 2];
  return {
    dxPx: a * x - b * y + dx - to.widthPx / 2,
    dyPx: b * x + a * y + dy - to.heightPx / 2,
    rotationDegrees: (Math.atan2(b, a) * 180) / Math.PI,
    scale: Math.hypot(a, b),
  };
};
