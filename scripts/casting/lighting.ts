// Light on a height field: one soft lamp from the side, a bright ceiling, and what walls hide from either.

import { createPlane, type Plane, SIZE_PX } from "./plane.ts";
import type { Pose } from "./pose.ts";
import type { Random } from "./random.ts";
import type { Surface } from "./surface.ts";

export interface Light {
  /** Direction of the lamp in the picture's plane, radians. */
  readonly azimuth: number;
  /** Height of the lamp above the belt, radians. */
  readonly elevation: number;
  /** Brightness of the lamp and of the ceiling, about 1. */
  readonly lamp: number;
  readonly ceiling: number;
}

type Vector = readonly [x: number, y: number, z: number];

const LAMP_HALF_ANGLE = 0.2;
const SKY_DIRECTIONS = 8;
const SKY_DISTANCES_PX = [1.5, 3, 6, 12, 24, 44];
const SHADOW_DISTANCES_PX = [...steps(1, 14, 1), ...steps(16, 62, 2)];

/** The station's lamp, within a few degrees and a tenth of its brightness. */
export function randomLight(random: Random): Light {
  return {
    azimuth: -2.2 + random.uniform(-0.16, 0.16),
    elevation: 0.88 + random.uniform(-0.07, 0.07),
    lamp: random.uniform(0.9, 1.1),
    ceiling: random.uniform(0.88, 1.12),
  };
}

/** Brightness of every pixel, linear, white paper under full light about 1. */
export function litBrightness(surface: Surface, pose: Pose, light: Light): Plane {
  const sky = openSky(surface.height);
  const sun = lampVisibility(surface.height, light);
  const toLamp = direction(light);
  const halfway = unit([toLamp[0], toLamp[1], toLamp[2] + 1]);
  const result = createPlane();
  for (let i = 0; i < result.length; i++) {
    const normal = normalAt(surface.height, i);
    const lamp = light.lamp * sun[i]! * Math.max(0, dot(normal, toLamp));
    const ceiling = light.ceiling * sky[i]! * (0.75 + 0.25 * normal[2]);
    const highlight =
      surface.turned[i]! > 0.5 ? grooveHighlight(halfway, i, pose) : Math.max(0, dot(normal, halfway)) ** 14;
    result[i] =
      surface.albedo[i]! * (1.15 * lamp + 0.55 * ceiling) +
      surface.gloss[i]! * (sun[i]! * light.lamp * highlight + 0.12 * ceiling);
  }
  return result;
}

/** Share of the ceiling a level pixel sees, 0 to 1: a wall of slope s in one direction hides s²/(1 + s²) of it there. */
function openSky(height: Plane): Plane {
  const sky = createPlane();
  for (let k = 0; k < SKY_DIRECTIONS; k++) {
    const slopes = horizon(height, (2 * Math.PI * (k + 0.5)) / SKY_DIRECTIONS, SKY_DISTANCES_PX);
    for (let i = 0; i < sky.length; i++) sky[i] = sky[i]! + 1 / (1 + slopes[i]! ** 2) / SKY_DIRECTIONS;
  }
  return sky;
}

/** Share of the lamp that stands above the horizon, 0 (shadow) to 1. */
function lampVisibility(height: Plane, { azimuth, elevation }: Light): Plane {
  return horizon(height, azimuth, SHADOW_DISTANCES_PX).map((slope) => {
    const above = (elevation - Math.atan(slope)) / LAMP_HALF_ANGLE;
    return 0.5 + 0.5 * Math.min(1, Math.max(-1, above));
  });
}

/** Steepest rise, 0 or more, from each pixel to the pixels at `distancesPx` in one direction. */
function horizon(height: Plane, azimuth: number, distancesPx: readonly number[]): Plane {
  const slopes = createPlane();
  for (const distancePx of distancesPx) {
    const dx = Math.round(distancePx * Math.cos(azimuth));
    const dy = Math.round(distancePx * Math.sin(azimuth));
    const shift = dy * SIZE_PX + dx;
    const perPx = 1 / Math.hypot(dx, dy);
    for (let y = Math.max(0, -dy); y < SIZE_PX - Math.max(0, dy); y++) {
      const end = y * SIZE_PX + SIZE_PX - Math.max(0, dx);
      for (let i = y * SIZE_PX + Math.max(0, -dx); i < end; i++) {
        const slope = (height[i + shift]! - height[i]!) * perPx;
        if (slope > slopes[i]!) slopes[i] = slope;
      }
    }
  }
  return slopes;
}

/** Ward's anisotropic lobe: narrow along the lathe's grooves, wide across them, which makes the two-armed gleam of a turned face. */
function grooveHighlight(halfway: Vector, index: number, pose: Pose): number {
  const dx = (index % SIZE_PX) - pose.centreX;
  const dy = Math.floor(index / SIZE_PX) - pose.centreY;
  const r = Math.sqrt(dx * dx + dy * dy);
  const across = (halfway[0] * dx + halfway[1] * dy) / r;
  const along = (halfway[1] * dx - halfway[0] * dy) / r;
  return Math.exp(-((along / 0.2) ** 2 + (across / 0.75) ** 2) / halfway[2] ** 2);
}

function normalAt(height: Plane, index: number): Vector {
  const x = index % SIZE_PX;
  const y = (index - x) / SIZE_PX;
  const left = x > 0 ? index - 1 : index;
  const right = x < SIZE_PX - 1 ? index + 1 : index;
  const above = y > 0 ? index - SIZE_PX : index;
  const below = y < SIZE_PX - 1 ? index + SIZE_PX : index;
  return unit([(height[left]! - height[right]!) / 2, (height[above]! - height[below]!) / 2, 1]);
}

function direction({ azimuth, elevation }: Light): Vector {
  return [
    Math.cos(elevation) * Math.cos(azimuth),
    Math.cos(elevation) * Math.sin(azimuth),
    Math.sin(elevation),
  ];
}

function unit([x, y, z]: Vector): Vector {
  const length = Math.sqrt(x * x + y * y + z * z);
  return [x / length, y / length, z / length];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function steps(from: number, to: number, by: number): number[] {
  return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, i) => from + i * by);
}
