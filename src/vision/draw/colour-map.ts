// Inferno (Smith and van der Walt, matplotlib, CC0): black to yellow, equal steps to the eye, readable in grey.

type Colour = readonly [red: number, green: number, blue: number];

/** Every eighth part of the scale; what lies between is mixed. */
const STOPS: readonly Colour[] = [
  [0, 0, 4],
  [31, 12, 72],
  [85, 15, 109],
  [136, 34, 106],
  [186, 54, 85],
  [227, 89, 51],
  [249, 140, 10],
  [249, 201, 50],
  [252, 255, 164],
];

/** The colour of a share from 0 to 1; beyond either end it stays. */
export const infernoAt = (share: number): Colour => {
  const place = Math.min(1, Math.max(0, share)) * (STOPS.length - 1);
  const lower = Math.min(STOPS.length - 2, Math.floor(place));
  const [from, to] = [STOPS[lower], STOPS[lower + 1]];
  if (!from || !to) return [0, 0, 4];
  const mix = (a: number, b: number) => Math.round(a + (b - a) * (place - lower));
  return [mix(from[0], to[0]), mix(from[1], to[1]), mix(from[2], to[2])];
};
