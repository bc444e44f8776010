// What speaks for a degradation: one number each, zero on the usual picture and growing with the damage.
// The limits stand for pictures in general; a product's good pictures replace them with its own.
import type { CaptureStatistics } from "./statistics.ts";

export interface Cue {
  /** The cue of a picture whose usual statistics are `usual`. */
  of(statistics: CaptureStatistics, usual: CaptureStatistics): number;
  /** The least distance kept from the good pictures, however alike they are. */
  readonly margin: number;
  /** Beyond this a picture is conspicuous when nothing is known about the product. */
  readonly generalLimit: number;
}

/** Percentiles outside this range are black or white already and cannot tell how much light there was. */
const READABLE = { from: 16, to: 240 } as const;
const PERCENTILES = ["luminanceP5", "luminanceP50", "luminanceP95"] as const;

export const CUES = {
  /** Octaves by which the sharpest edges are wider than usual. */
  softness: {
    of: (statistics, usual) => octaves(statistics.edgeWidthPx, usual.edgeWidthPx),
    margin: 0.2,
    generalLimit: 0.7,
  },
  /** Octaves by which edges differ more between directions than usual. */
  edgeSpread: {
    of: (statistics, usual) => spreadOf(statistics) - spreadOf(usual),
    margin: 0.1,
    generalLimit: 0.6,
  },
  /** Octaves by which the softest edges are wider than usual. */
  smear: {
    of: (statistics, usual) => octaves(statistics.softestEdgeWidthPx, usual.softestEdgeWidthPx),
    margin: 0.2,
    generalLimit: 0.7,
  },
  /** dB by which structure is more one-sided than usual. */
  anisotropy: {
    of: (statistics, usual) => statistics.anisotropyDb - usual.anisotropyDb,
    margin: 2,
    generalLimit: 7,
  },
  /** dB of fine structure lost in the weakest direction; how strong a motion is, not whether it is one. */
  directionalLoss: {
    of: (statistics, usual) => statistics.directionalLossDb - usual.directionalLossDb,
    margin: 1,
    generalLimit: 7,
  },
  noise: {
    of: (statistics, usual) => statistics.noiseSigma - usual.noiseSigma,
    margin: 0.6,
    generalLimit: 3.6,
  },
  resampling: {
    of: (statistics, usual) => statistics.resamplingDb - usual.resamplingDb,
    margin: 5.5,
    generalLimit: 11.5,
  },
  blocking: {
    of: (statistics, usual) => statistics.blockingDb - usual.blockingDb,
    margin: 1,
    generalLimit: 3.4,
  },
  /** Stops of light that every readable percentile has lost. */
  darkness: {
    of: (statistics, usual) => -Math.max(...stopsOf(statistics, usual, "down")),
    margin: 0.2,
    generalLimit: 1.85,
  },
  /** Stops of light that every readable percentile has gained. */
  brightness: {
    of: (statistics, usual) => Math.min(...stopsOf(statistics, usual, "up")),
    margin: 0.2,
    generalLimit: 1.3,
  },
  /** Share of the picture that is white beyond what is usual. */
  clipping: {
    of: (statistics, usual) => glareOf(statistics) - glareOf(usual),
    margin: 0.05,
    generalLimit: 0.06,
  },
  /** Octaves of contrast lost; taken in parts of the bright end, so that light alone does not move it. */
  flatness: {
    of: (statistics, usual) => octaves(relativeContrast(usual), relativeContrast(statistics)),
    margin: 0.2,
    generalLimit: 3.6,
  },
} as const satisfies Record<string, Cue>;
export type CueName = keyof typeof CUES;
export type CueValues = Readonly<Record<CueName, number>>;

/** Octaves from one positive number to another; 0 where one of them could not be measured. */
const octaves = (value: number, usual: number): number =>
  value > 0 && usual > 0 ? Math.log2(value / usual) : 0;

const spreadOf = ({ edgeWidthPx, softestEdgeWidthPx }: CaptureStatistics): number =>
  octaves(softestEdgeWidthPx, edgeWidthPx);

const relativeContrast = ({ contrast, luminanceP95 }: CaptureStatistics): number =>
  (contrast + 1) / (luminanceP95 + 1);

/** White parts; where much is black as well, the scene itself is in black and white. */
const glareOf = ({ clippedBrightShare, clippedDarkShare }: CaptureStatistics): number =>
  Math.max(0, clippedBrightShare - 20 * clippedDarkShare);

/** Change of light at each readable percentile, and at those that moved against `way`; a single 0 without any. */
const stopsOf = (statistics: CaptureStatistics, usual: CaptureStatistics, way: "up" | "down"): number[] => {
  const sign = way === "up" ? 1 : -1;
  const isReadable = (level: number): boolean => level > READABLE.from && level < READABLE.to;
  const stops = PERCENTILES.filter(
    (name) =>
      isReadable(usual[name]) ||
      (statistics[name] - usual[name]) * sign < 0 ||
      (way === "down" && usual[name] >= READABLE.to),
  ).map((name) => Math.log2(lightOf(statistics[name]) / lightOf(usual[name])));
  return stops.length > 0 ? stops : [0];
};

/** Relative light of an sRGB level (IEC 61966-2-1), kept above zero. */
const lightOf = (level: number): number => {
  const share = level / 255;
  return 0.002 + (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
};
