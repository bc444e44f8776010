// Direction and length of a motion, read from the power spectrum.
import { columnFrequency, rowFrequency } from "./fourier.ts";
import { coarseStructureDb, DIRECTIONS, fineStructureDb } from "./power-spectrum.ts";

const LONGEST_PX = 25;
const FREQUENCY_STEPS = 128;

export interface Motion {
  /** How much weaker structure is along the weakest direction than across it. */
  readonly anisotropyDb: number;
  /** How much weaker fine structure along the weakest direction is than coarse structure in all directions. */
  readonly directionalLossDb: number;
  /** Direction of movement, 0 to 180, counted clockwise from the x axis. */
  readonly motionDirectionDeg: number;
  /** Length of the smear along that direction, at most 25; means something only where there is motion. */
  readonly motionLengthPx: number;
}

export const measureMotion = (power: Float64Array): Motion => {
  const directionsDb = fineStructureDb(power);
  const weakest = directionsDb.indexOf(Math.min(...directionsDb));
  const across = (weakest + DIRECTIONS / 2) % DIRECTIONS;
  const weakestDb = directionsDb[weakest] ?? 0;
  const motionDirectionDeg = (weakest * 180) / DIRECTIONS;
  return {
    anisotropyDb: (directionsDb[across] ?? 0) - weakestDb,
    directionalLossDb: coarseStructureDb(power) - weakestDb,
    motionDirectionDeg,
    motionLengthPx: lengthOf(power, (motionDirectionDeg * Math.PI) / 180),
  };
};

/** The derivative of a picture smeared over L px correlates most negatively with itself at a lag of L (Yitzhaky and Kopeika 1997). */
const lengthOf = (power: Float64Array, direction: number): number => {
  const slopes = slopePowerAlong(power, direction);
  let best = 1;
  let lowest = Number.POSITIVE_INFINITY;
  for (let lag = 2; lag <= LONGEST_PX; lag++) {
    let correlation = 0;
    for (let step = 0; step < slopes.length; step++) {
      correlation += slopes[step]! * Math.cos((2 * Math.PI * step * lag) / FREQUENCY_STEPS);
    }
    if (correlation >= lowest) continue;
    lowest = correlation;
    best = lag;
  }
  return best;
};

/** Power of the derivative along a direction, by frequency along it in steps of 1/128 cycle a pixel. */
const slopePowerAlong = (power: Float64Array, direction: number): Float64Array => {
  const slopes = new Float64Array(FREQUENCY_STEPS);
  for (let bin = 0; bin < power.length; bin++) {
    const along = Math.abs(
      columnFrequency(bin) * Math.cos(direction) + rowFrequency(bin) * Math.sin(direction),
    );
    const step = Math.round(along * FREQUENCY_STEPS);
    slopes[step] = slopes[step]! + power[bin]! * (2 - 2 * Math.cos(2 * Math.PI * along));
  }
  return slopes;
};
