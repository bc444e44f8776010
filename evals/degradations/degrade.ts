import type { Picture } from "../../src/vision/picture.ts";
import { defocused, movedAnyWay, softened } from "./blur.ts";
import { quantised, saturated, tinted } from "./colour.ts";
import { contrasted, exposed, litFromOneSide, reflecting } from "./exposure.ts";
import { asJpeg, asWebp, rescaled } from "./file.ts";
import type { DegradationKind } from "../../src/domain/capture-grade.ts";
import { DEGRADATION_TABLE, type Severity } from "./kinds.ts";
import { withFaultyLines } from "./line-fault.ts";
import { grainy, photonNoise, salted, striped } from "./noise.ts";
import { dirty, hazy } from "./occlusion.ts";
import { createRandom, type Random } from "./random.ts";

export interface Damage {
  readonly kind: DegradationKind;
  readonly severity: Severity;
  /** Settles what is random: directions, places, noise. */
  readonly seed: number;
}

/** The same picture and damage always give the same bytes; the size does not change. */
export const degrade = async (picture: Picture, { kind, severity, seed }: Damage): Promise<Picture> => {
  const strength = DEGRADATION_TABLE[kind].strengths[severity - 1] ?? 0;
  return DEGRADERS[kind](picture, strength, createRandom(`${kind}/${severity}/${seed}`));
};

/** Root mean square change, in grey levels, from which a picture counts as changed. */
const VISIBLE_CHANGE = 1;

/** A grey picture shows no loss of colour, a black and white one no gain of contrast. */
export const isVisible = (before: Picture, after: Picture): boolean => {
  let sum = 0;
  for (let i = 0; i < before.rgb.length; i++) sum += (after.rgb[i]! - before.rgb[i]!) ** 2;
  return Math.sqrt(sum / before.rgb.length) >= VISIBLE_CHANGE;
};

type Degrader = (picture: Picture, strength: number, random: Random) => Picture | Promise<Picture>;

const DEGRADERS: Readonly<Record<DegradationKind, Degrader>> = {
  defocus_blur: defocused,
  motion_blur: movedAnyWay,
  gaussian_blur: softened,
  noise: grainy,
  shot_noise: photonNoise,
  impulse_noise: salted,
  stripe_noise: striped,
  pixelation: (picture, factor) => rescaled(picture, factor, "nearest"),
  bilinear_upscaling: (picture, factor) => rescaled(picture, factor, "linear"),
  low_resolution: (picture, factor) => rescaled(picture, factor, "cubic"),
  jpeg_blocking: asJpeg,
  webp_compression: asWebp,
  under_exposure: (picture, stops) => exposed(picture, -stops),
  over_exposure: exposed,
  low_contrast: contrasted,
  high_contrast: contrasted,
  uneven_lighting: litFromOneSide,
  glare: reflecting,
  colour_cast: tinted,
  oversaturation: saturated,
  desaturation: saturated,
  banding: quantised,
  lens_dirt: dirty,
  haze: hazy,
  line_fault: withFaultyLines,
};
