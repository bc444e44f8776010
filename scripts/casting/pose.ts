// Where the part lies in the picture. A fixture holds it, so it turns and shifts only a little.

import { SIZE_PX } from "./plane.ts";
import type { Random } from "./random.ts";

export interface Pose {
  readonly centreX: number;
  readonly centreY: number;
  /** Pixels that one part radius is long. */
  readonly radiusPx: number;
  readonly angle: number;
  readonly cos: number;
  readonly sin: number;
}

export type Point = readonly [x: number, y: number];

const LIMITS = { angle: (6 * Math.PI) / 180, shift: 0.03, scale: 0.02 } as const;
const RADIUS_PX = 0.42 * SIZE_PX;

/** Within 6 degrees, 3 % of the picture's width and 2 % of the part's size of the fixture's own place. */
export function randomPose(random: Random): Pose {
  const within = (limit: number): number => random.uniform(-limit, limit);
  const angle = within(LIMITS.angle);
  return {
    centreX: SIZE_PX * (0.5 + within(LIMITS.shift)),
    centreY: SIZE_PX * (0.5 + within(LIMITS.shift)),
    radiusPx: RADIUS_PX * (1 + within(LIMITS.scale)),
    angle,
    cos: Math.cos(angle),
    sin: Math.sin(angle),
  };
}

/** From pixels to part radii. */
export function toPart(pose: Pose, [x, y]: Point): Point {
  const dx = (x - pose.centreX) / pose.radiusPx;
  const dy = (y - pose.centreY) / pose.radiusPx;
  return [pose.cos * dx + pose.sin * dy, pose.cos * dy - pose.sin * dx];
}

/** From part radii, given as distance and angle, to pixels. */
export function toPixels(pose: Pose, { distance, angle }: { distance: number; angle: number }): Point {
  const turned = angle + pose.angle;
  return [
    pose.centreX + pose.radiusPx * distance * Math.cos(turned),
    pose.centreY + pose.radiusPx * distance * Math.sin(turned),
  ];
}
