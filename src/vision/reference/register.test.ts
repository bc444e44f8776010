import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../package-root.ts";
import { decodePicture } from "../decode.ts";
import { luminanceOf, type Plane } from "./plane.ts";
import { register } from "./register.ts";
import { compose, inverted, type Pose, poseOf, similarityOf } from "./similarity.ts";
import { warp } from "./warp.ts";

const part = async (name: string): Promise<Plane> => {
  const bytes = readFileSync(join(packageRoot(), "examples/casting", name));
  return luminanceOf(await decodePicture(bytes, { fileName: name, maxPixels: 1e7 }));
};
const casting = await part("train/good/03.jpg");

/** The reference seen from another pose, in other light and with noise. */
const seenAt = (reference: Plane, pose: Pose, { withDefect = false } = {}): Plane => {
  const seen = warp(reference, similarityOf(pose, { from: reference, to: reference }), reference);
  const values = seen.values.map((value, i) => {
    const noise = 6 * (fraction(Math.sin(i) * 43758.5453) - 0.5);
    return Math.min(255, Math.max(0, 0.8 * value + 22 + noise));
  });
  if (withDefect) for (let y = 180; y < 260; y++) values.fill(35, y * 512 + 300, y * 512 + 370);
  return { ...seen, values };
};
const fraction = (value: number): number => value - Math.floor(value);

/** What remains between the registration and the truth. */
const errorOf = (reference: Plane, picture: Plane, pose: Pose) => {
  const size = { from: picture, to: reference };
  const { similarity, score } = register(picture, reference);
  const rest = poseOf(compose(similarity, inverted(similarityOf(pose, size))), {
    from: reference,
    to: reference,
  });
  return { ...rest, score };
};

const expectRight = ({ dxPx, dyPx, rotationDegrees, scale }: Pose): void => {
  expect(Math.hypot(dxPx, dyPx)).toBeLessThan(0.5);
  expect(Math.abs(rotationDegrees)).toBeLessThan(0.1);
  expect(Math.abs(scale - 1)).toBeLessThan(0.002);
};

describe("registration of a real part", () => {
  it.each<Pose>([
    { dxPx: 0, dyPx: 0, rotationDegrees: 0, scale: 1 },
    { dxPx: 17.3, dyPx: -8.6, rotationDegrees: 4.2, scale: 1.03 },
    { dxPx: -41, dyPx: 22.5, rotationDegrees: -38, scale: 0.91 },
    { dxPx: 12, dyPx: 30, rotationDegrees: 171, scale: 1.12 },
  ])("recovers $dxPx, $dyPx px, $rotationDegrees degrees, scale $scale in other light", (pose) => {
    expectRight(errorOf(casting, seenAt(casting, pose), pose));
  });

  it("is not pulled away by a defect", () => {
    const pose = { dxPx: -9.4, dyPx: 14.2, rotationDegrees: -2.7, scale: 0.98 };
    expectRight(errorOf(casting, seenAt(casting, pose, { withDefect: true }), pose));
  });

  it("knows another part of the product, and not the same part cut to pieces", async () => {
    const other = register(await part("test/hole/02.jpg"), casting);
    expect(other.score).toBeGreaterThan(0.7);
    expect(register(inPieces(casting), casting).score).toBeLessThan(0.3);
  });
});

/** Strips of 32 px in another order. */
const inPieces = (plane: Plane): Plane => {
  const values = new Float32Array(plane.values.length);
  const strip = 32 * plane.widthPx;
  for (let i = 0; i < 16; i++)
    values.set(plane.values.subarray(i * strip, (i + 1) * strip), ((i * 7) % 16) * strip);
  return { ...plane, values };
};

describe("a similarity", () => {
  const pose = fc.record({
    dxPx: fc.double({ min: -100, max: 100, noNaN: true }),
    dyPx: fc.double({ min: -100, max: 100, noNaN: true }),
    rotationDegrees: fc.double({ min: -179, max: 179, noNaN: true }),
    scale: fc.double({ min: 0.5, max: 2, noNaN: true }),
  });
  const sizes = { from: { widthPx: 640, heightPx: 480 }, to: { widthPx: 300, heightPx: 200 } };

  it("has the pose that it was made from, and its inverse undoes it", () => {
    fc.assert(
      fc.property(pose, (made) => {
        const similarity = similarityOf(made, sizes);
        const found = poseOf(similarity, sizes);
        for (const key of ["dxPx", "dyPx", "rotationDegrees", "scale"] as const)
          expect(found[key]).toBeCloseTo(made[key], 6);
        const undone = compose(inverted(similarity), similarity);
        for (const [value, expected] of [
          [undone.a, 1],
          [undone.b, 0],
          [undone.dx, 0],
          [undone.dy, 0],
        ] as const)
          expect(value).toBeCloseTo(expected, 6);
      }),
      { numRuns: 50 },
    );
  });
});
