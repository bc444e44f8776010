// Everything that is measured on a picture's own pixels to grade its capture. Plain numbers: they can be
// stored for each good picture of a product and become the product's own idea of "usual".
import type { Picture } from "../picture.ts";
import { measureBlockingDb } from "./blocking.ts";
import { takeCrops } from "./crops.ts";
import { measureEdgeWidths } from "./edges.ts";
import { measureMotion } from "./motion.ts";
import { measureNoiseSigma } from "./noise.ts";
import { measureSpectrum } from "./power-spectrum.ts";
import { measureResamplingDb } from "./resampling.ts";
import { measureTones } from "./tones.ts";

export type CaptureStatistics = Readonly<Record<string, number>>;

export const measureCapture = (picture: Picture): CaptureStatistics => {
  const crops = takeCrops(picture);
  const spectrum = measureSpectrum(crops);
  const motion = measureMotion(spectrum);
  return {
    ...measureTones(crops),
    ...spectrum.ringsDb,
    ...Object.fromEntries(spectrum.directionsDb.map((db, i) => [`direction${i}`, db])),
    ...motion,
    ...measureEdgeWidths(crops),
    noiseSigma: measureNoiseSigma(crops),
    blockingDb: measureBlockingDb(crops),
    resamplingDb: measureResamplingDb(crops),
  };
};
