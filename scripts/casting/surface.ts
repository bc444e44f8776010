// One casting on the belt, as light will meet it: the ideal part plus everything in which good parts differ.

import { heightAt, metalAt, turnedAt } from "./impeller.ts";
import { fractalNoise, smoothNoise } from "./noise.ts";
import { aroundPoint, blurred, createPlane, type Plane, planeOf, SIZE_PX, smoothstep } from "./plane.ts";
import { type Pose, toPart, toPixels } from "./pose.ts";
import type { Random } from "./random.ts";

export interface Surface {
  /** Pixels above the belt. */
  readonly height: Plane;
  /** Share of the light that is scattered back, 0 to 1. */
  readonly albedo: Plane;
  /** Strength of the highlight, 0 (rubber) to about 1 (oily or fresh metal). */
  readonly gloss: Plane;
  /** Colour: 0 grey, 1 rust brown, below 0 bluish. */
  readonly warmth: Plane;
  /** 1 where a lathe has left circular grooves. */
  readonly turned: Plane;
}

/** A good part at `pose`, with its own cast skin, tone, pits and lathe marks. */
export function goodSurface(pose: Pose, random: Random): Surface {
  const at = (of: (x: number, y: number) => number): Plane => planeOf((x, y) => of(...toPart(pose, [x, y])));
  const turned = at(turnedAt);
  const metal = at(metalAt);
  const surface: Surface = {
    height: blurred(at(heightAt), 0.9).map((radii) => radii * pose.radiusPx),
    ...beltAndMetal(blurred(metal, 0.6), turned),
    turned,
  };
  addBeltTexture(surface, metal, random);
  addCastSkin(surface, metal, random);
  addLatheMarks(surface, pose, random);
  addSmallPits(surface, pose, random);
  return surface;
}

/** A surface that can be changed without changing `surface`. */
export function copyOf(surface: Surface): Surface {
  return {
    height: surface.height.slice(),
    albedo: surface.albedo.slice(),
    gloss: surface.gloss.slice(),
    warmth: surface.warmth.slice(),
    turned: surface.turned.slice(),
  };
}

/** 1 where a height in pixels can only be the part's, 0 on the belt and in openings. */
export function metalShare(heightPx: number): number {
  return smoothstep(3, 6, heightPx);
}

function beltAndMetal(metal: Plane, turned: Plane): Pick<Surface, "albedo" | "gloss" | "warmth"> {
  return {
    albedo: metal.map((share, i) => 0.038 + share * (0.122 - 0.03 * turned[i]!)),
    gloss: metal.map((share, i) => 0.01 + share * (0.13 + 0.2 * turned[i]!)),
    warmth: metal.map((share) => -0.3 + 0.32 * share),
  };
}

function addBeltTexture({ height, albedo }: Surface, metal: Plane, random: Random): void {
  const rubber = fractalNoise(random, { coarsestPx: 4, finestPx: 2, persistence: 0.9 });
  const wear = fractalNoise(random, { coarsestPx: 160, finestPx: 40, persistence: 0.6 });
  const phase = random.uniform(0, 2 * Math.PI);
  for (let i = 0; i < metal.length; i++) {
    const belt = 1 - metal[i]!;
    const weave = Math.sin(((i % SIZE_PX) * 2 * Math.PI) / 7 + phase);
    height[i] = height[i]! + belt * (0.16 * rubber[i]! + 0.07 * weave);
    albedo[i] = albedo[i]! * (1 + belt * 0.1 * wear[i]!);
  }
}

/** Sand leaves bumps of several sizes; cooling and handling leave patches of tone. */
function addCastSkin({ height, albedo, gloss, warmth, turned }: Surface, metal: Plane, random: Random): void {
  const roughnessPx = random.uniform(0.2, 0.32);
  const toneSpread = random.uniform(0.035, 0.075);
  const tone = random.uniform(0.93, 1.07);
  const sand = fractalNoise(random, { coarsestPx: 14, finestPx: 1.75, persistence: 0.85 });
  const swell = smoothNoise(random, 60);
  const patches = fractalNoise(random, { coarsestPx: 130, finestPx: 8, persistence: 0.62 });
  const grit = fractalNoise(random, { coarsestPx: 4, finestPx: 2, persistence: 1 });
  const colour = smoothNoise(random, 90);
  for (let i = 0; i < metal.length; i++) {
    const cast = metal[i]! * (1 - 0.85 * turned[i]!);
    height[i] = height[i]! + cast * (roughnessPx * sand[i]! + 0.5 * swell[i]!);
    const change = toneSpread * patches[i]! + 0.05 * grit[i]!;
    albedo[i] = albedo[i]! * (1 + metal[i]! * (tone - 1) + cast * change);
    gloss[i] = gloss[i]! * (1 + cast * 0.5 * toneSpread * patches[i]!);
    warmth[i] = warmth[i]! + cast * 0.05 * colour[i]!;
  }
}

/** Rings of random depth around the axis, the same all the way round. */
function addLatheMarks({ height, albedo, turned }: Surface, pose: Pose, random: Random): void {
  const rings = Float32Array.from({ length: SIZE_PX }, () => random.normal());
  for (let i = 0; i < turned.length; i++) {
    if (turned[i] === 0) continue;
    const r = Math.sqrt(((i % SIZE_PX) - pose.centreX) ** 2 + (Math.floor(i / SIZE_PX) - pose.centreY) ** 2);
    const ring = Math.floor(r);
    const mark = rings[ring]! + (r - ring) * (rings[ring + 1]! - rings[ring]!);
    height[i] = height[i]! + 0.12 * turned[i]! * mark;
    albedo[i] = albedo[i]! * (1 + 0.05 * turned[i]! * mark);
  }
}

/** Pin-prick pits that every casting has and no inspector minds. */
function addSmallPits({ height, albedo }: Surface, pose: Pose, random: Random): void {
  const pits = 20 + random.integer(40);
  const depths = createPlane();
  for (let pit = 0; pit < pits; pit++) {
    const place = toPixels(pose, {
      distance: Math.sqrt(random.uniform(0.09, 0.95)),
      angle: random.uniform(0, 2 * Math.PI),
    });
    const radiusPx = random.uniform(0.6, 1.3);
    const depthPx = random.uniform(0.3, 1.2);
    aroundPoint(place, 3 * radiusPx, (x, y, i) => {
      const apart = Math.hypot(x - place[0], y - place[1]) / radiusPx;
      depths[i] = Math.max(depths[i]!, depthPx * Math.exp(-(apart ** 2)));
    });
  }
  for (let i = 0; i < depths.length; i++) {
    height[i] = height[i]! - depths[i]!;
    albedo[i] = albedo[i]! * (1 - 0.22 * depths[i]!);
  }
}
