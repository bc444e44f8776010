// A picture against a good one: lay the good one over it, then look where they differ. What cannot be laid over it
// is not compared: a map of two pictures that do not match would be a map of nothing.
import { type Bench, defineJob } from "../../inference/job.ts";
import type { ModelStore } from "../../inference/model-store.ts";
import { resizePicture, type Size } from "../input-size.ts";
import type { Picture } from "../picture.ts";
import { mapDifference } from "./difference-map.ts";
import { eroded } from "./mask.ts";
import { luminanceOf, type Plane } from "./plane.ts";
import { type Registration, register } from "./register.ts";
import { inverted, type Pose, poseOf, rescaled } from "./similarity.ts";
import { mapSimilarity, meanSimilarity, WINDOW_REACH_PX } from "./ssim-map.ts";
import { warpSharply } from "./warp.ts";

/** Pictures are compared at no more than this along the longer edge, and never enlarged. */
const LARGEST_COMPARED_PX = 512;

export interface Comparison {
  /** Of the reference over the picture, in the picture's own pixels; the scale is that of the reference's pixels. */
  readonly pose: Pose;
  readonly score: number;
  readonly covered: number;
  readonly meanSsim: number;
  /** The difference map, on the picture. */
  readonly rows: number;
  readonly columns: number;
  readonly distances: Float32Array;
  readonly maximum: number;
}

/** The operator graphs that the comparison runs on, as file paths. */
export interface ComparisonOperators {
  readonly ssim: string;
  readonly resample: string;
}

export const comparisonOperatorsOf = ({ operator }: Pick<ModelStore, "operator">): ComparisonOperators => ({
  ssim: operator("ssim"),
  resample: operator("resample"),
});

export type Misfit = "edges_disagree" | "little_overlap";

/** Edges of unlike pictures agree by less than 0.1, those of the same part by more than 0.7. */
const LEAST_SCORE = 0.4;
const LEAST_COVERED = 0.5;

/** The size at which a picture is compared. */
export const comparedSize = ({ widthPx, heightPx }: Size): Size => {
  const scale = Math.min(1, LARGEST_COMPARED_PX / Math.max(widthPx, heightPx));
  return { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) };
};

/** A picture's luminance in whole grey levels at the size of comparison, with the size that it came from. */
export interface ComparedPicture extends Size {
  readonly luminance: Uint8Array;
  readonly source: Size;
}

export const toCompare = async (picture: Picture): Promise<ComparedPicture> => {
  const { values, ...size } = luminanceOf(await resizePicture(picture, comparedSize(picture)));
  const source = { widthPx: picture.widthPx, heightPx: picture.heightPx };
  return { ...size, luminance: Uint8Array.from(values, Math.round), source };
};

const planeOf = ({ luminance, widthPx, heightPx }: ComparedPicture): Plane => ({
  widthPx,
  heightPx,
  values: Float32Array.from(luminance),
});

export const comparePictures = defineJob(
  import.meta.url,
  "comparePictures",
  async (
    task: { picture: ComparedPicture; reference: ComparedPicture; operators: ComparisonOperators },
    bench: Bench,
  ): Promise<Comparison | { misfit: Misfit }> => {
    const [picture, reference] = [planeOf(task.picture), planeOf(task.reference)];
    const registration = register(picture, reference);
    const misfit = misfitOf(registration);
    if (misfit) return { misfit };
    const seen = warpSharply(reference, registration.similarity, picture);
    const compared = eroded(seen.covered, picture, WINDOW_REACH_PX);
    const { ssim, resample } = task.operators;
    const similarity = await mapSimilarity({ picture, reference: seen }, { operator: ssim, bench });
    const difference = { similarity, compared, size: picture };
    return {
      pose: poseInSource(registration, task),
      score: registration.score,
      covered: registration.covered,
      meanSsim: meanSimilarity(similarity, picture, compared),
      ...(await mapDifference(difference, { operator: resample, bench })),
    };
  },
);

const misfitOf = ({ score, covered }: Registration): Misfit | undefined => {
  if (score < LEAST_SCORE) return "edges_disagree";
  return covered < LEAST_COVERED ? "little_overlap" : undefined;
};

const poseInSource = (
  { similarity }: Registration,
  { picture, reference }: { picture: ComparedPicture; reference: ComparedPicture },
): Pose => {
  const shrunk = ({ source, widthPx }: ComparedPicture) => source.widthPx / widthPx;
  const overPicture = rescaled(inverted(similarity), { near: shrunk(reference), far: shrunk(picture) });
  return poseOf(overPicture, { from: reference.source, to: picture.source });
};
