// Lays a reference over a picture: a start from the whole spectrum, so that it may lie anywhere and at any angle,
// then refinement from coarse to fine. Says how well the two agree; what is too weak is for the caller to refuse.

import { agreement, coverage } from "./agreement.ts";
import { type Edges, findEdges } from "./edges.ts";
import type { Spectrum } from "./fourier.ts";
import { findShifts, spectrumOf } from "./phase-correlation.ts";
import { halved, type Plane } from "./plane.ts";
import { findTurns, LARGEST_SCALE, type Turn } from "./polar-spectrum.ts";
import { refine } from "./refine.ts";
import { compose, rescaled, type Similarity, similarityOf } from "./similarity.ts";
import { warp } from "./warp.ts";

export interface Registration {
  /** From the picture's coordinates into the reference. */
  readonly similarity: Similarity;
  /** How well edges agree where both show something: 1 is a perfect match, 0 none. */
  readonly score: number;
  /** The share of the picture that the reference covers. */
  readonly covered: number;
}

/** The start is found at this size; each finer level doubles it. */
const COARSEST_PX = 128;
const STEPS_A_LEVEL = [12, 8, 5, 4];

export const register = (picture: Plane, reference: Plane): Registration => {
  const levels = pyramid(picture, reference);
  const [coarsest, ...finer] = levels;
  if (!coarsest) throw new RangeError("a pyramid without a level");
  let similarity = startOf(coarsest);
  finer.forEach((level, i) => {
    similarity = refine(level, rescaled(similarity, { near: 2, far: 2 }), STEPS_A_LEVEL[i + 1] ?? 4);
  });
  const judgedAt = levels.at(-2) ?? coarsest;
  const shrunk = judgedAt.picture.widthPx / picture.widthPx;
  return { similarity, ...judged(judgedAt, rescaled(similarity, { near: shrunk, far: shrunk })) };
};

interface Level {
  readonly picture: Plane;
  readonly reference: Plane;
  readonly edges: Edges;
}

/** Coarsest first. */
const pyramid = (picture: Plane, reference: Plane): Level[] => {
  let last = levelOf(picture, reference);
  const levels = [last];
  while (longestEdge(last) > COARSEST_PX) {
    last = levelOf(halved(last.picture), halved(last.reference));
    levels.unshift(last);
  }
  return levels;
};

const levelOf = (picture: Plane, reference: Plane): Level => ({
  picture,
  reference,
  edges: findEdges(picture),
});

const longestEdge = ({ picture, reference }: Level): number =>
  Math.max(picture.widthPx, picture.heightPx, reference.widthPx, reference.heightPx);

/** The best of a few: as it lies, where little fills the middle that spectra see, and as they suggest. */
const startOf = (level: Level): Similarity => {
  const { picture, reference } = level;
  const spectra = [spectrumOf(picture, COARSEST_PX), spectrumOf(reference, COARSEST_PX)] as const;
  const turns: Turn[] = [{ rotationDegrees: 0, scale: 1 }, ...findTurns(...spectra)];
  const starts = [asItLies(level), ...turns.flatMap((turn) => shiftsAfter(turn, level, spectra[0]))];
  const judgedStarts = starts
    .map((start) => refine(level, start, 4))
    .map((similarity) => ({ similarity, ...judged(level, similarity) }))
    .filter(isPlausible);
  const [best] = judgedStarts.toSorted((one, other) => other.score - one.score);
  return best ? refine(level, best.similarity, STEPS_A_LEVEL[0] ?? 8) : asItLies(level);
};

const asItLies = ({ picture, reference }: Level): Similarity =>
  similarityOf({ dxPx: 0, dyPx: 0, rotationDegrees: 0, scale: 1 }, { from: picture, to: reference });

/** The turned reference is laid over the picture by its shift. */
const shiftsAfter = (turn: Turn, { picture, reference }: Level, spectrum: Spectrum): Similarity[] => {
  const turned = similarityOf({ dxPx: 0, dyPx: 0, ...turn }, { from: picture, to: reference });
  const seen = warp(reference, turned, picture);
  const shifts = findShifts(spectrum, spectrumOf(seen, COARSEST_PX), { count: 1, apart: 2 });
  return shifts.map(({ x, y }) => compose(turned, { a: 1, b: 0, dx: x, dy: y }));
};

const judged = (level: Level, similarity: Similarity): Pick<Registration, "score" | "covered"> => {
  const seen = warp(level.reference, similarity, level.picture);
  return { score: agreement(level.picture, seen), covered: coverage(seen) };
};

/** A sliver that covers little, or a wild scale, can agree by chance. */
const isPlausible = ({ similarity, covered }: Omit<Registration, "score">): boolean => {
  const scale = Math.hypot(similarity.a, similarity.b);
  return covered >= 0.5 && scale < 1.1 * LARGEST_SCALE && scale > 1 / (1.1 * LARGEST_SCALE);
};
