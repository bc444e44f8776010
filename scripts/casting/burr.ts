// Burrs: metal that ran into the gap between the mould's halves and set as a thin, ragged fin along an edge.

import type { DefectSite } from "./defects.ts";
import { HUB_RADIUS, RIM, VANE_TURN, VANES, vaneAngle, vaneHalfWidth } from "./impeller.ts";
import { pick } from "./placement.ts";
import { blurred, createPlane, type Plane, SIZE_PX } from "./plane.ts";
import { type Point, toPixels } from "./pose.ts";
import type { Random } from "./random.ts";
import type { Surface } from "./surface.ts";

/** A stretch of an edge in steps of half a pixel; `side` is 1 where the open air is to the right of its course, else -1. */
interface Edge {
  readonly line: readonly Point[];
  readonly side: 1 | -1;
  /** Height at which the mould's halves met, above the belt. */
  readonly seamPx: number;
}

const STEP_PX = 0.5;
const TOOTH_STEPS = 9;

/** Grows a fin 18 to 69 px long that sticks out by up to 4 to 17 px, mostly from a vane, sometimes from the rim. */
export function addBurr(surface: Surface, site: DefectSite): void {
  const { random, severity } = site;
  const lengthPx = (14 + 46 * severity) * random.uniform(0.85, 1.15);
  const edge = random.uniform(0, 1) < 0.75 ? vaneEdge(site, lengthPx) : rimEdge(site, lengthPx);
  const reachPx = (2.2 + 13 * severity) * random.uniform(0.9, 1.1);
  castFin(surface, blurred(finOutline(edge, reachPx, random), 0.5), edge.seamPx);
}

function vaneEdge({ pose, random }: DefectSite, lengthPx: number): Edge {
  const slant = Math.sqrt(1 + VANE_TURN ** 2); // Length of the vane's line for each unit of radius that it covers.
  const [vane, side] = [random.integer(VANES), pick(random, [-1, 1] as const)];
  const range = lengthPx / pose.radiusPx / slant;
  const start = random.uniform(HUB_RADIUS + 0.1, 0.77 - range);
  const line = stepsOf(lengthPx, (share) => {
    const distance = start + range * share;
    const aside = (side * slant * (vaneHalfWidth(distance) + 0.006)) / distance;
    return toPixels(pose, { distance, angle: vaneAngle(vane, distance) + aside });
  });
  return { line, side, seamPx: 0.185 * pose.radiusPx };
}

function rimEdge({ pose, random }: DefectSite, lengthPx: number): Edge {
  const start = random.uniform(0, 2 * Math.PI);
  const range = lengthPx / pose.radiusPx;
  const line = stepsOf(lengthPx, (share) =>
    toPixels(pose, { distance: RIM.outer - 0.004, angle: start + range * share }),
  );
  return { line, side: -1, seamPx: 0.09 * pose.radiusPx };
}

function stepsOf(lengthPx: number, at: (share: number) => Point): Point[] {
  const count = Math.ceil(lengthPx / STEP_PX);
  return Array.from({ length: count }, (_, step) => at(step / count));
}

/** 1 on the fin, 0 elsewhere: ragged, and running out to nothing at both ends. */
function finOutline({ line, side }: Edge, reachPx: number, random: Random): Plane {
  const outline = createPlane();
  const teeth = Array.from({ length: Math.ceil(line.length / TOOTH_STEPS) + 1 }, () =>
    random.uniform(0.35, 1),
  );
  line.forEach(([x, y], step) => {
    const [outX, outY] = normalOf(line, step);
    const envelope = Math.sin((Math.PI * (step + 0.5)) / line.length) ** 0.6;
    const reach = reachPx * envelope * between(teeth, step / TOOTH_STEPS);
    for (let out = -1; out <= reach; out += STEP_PX) {
      const column = Math.round(x + side * out * outX);
      const row = Math.round(y + side * out * outY);
      if (Math.min(column, row) >= 0 && Math.max(column, row) < SIZE_PX) outline[row * SIZE_PX + column] = 1;
    }
  });
  return outline;
}

/** Fresh metal at the seam's height, wherever the part does not already stand higher. */
function castFin({ height, albedo, gloss, warmth, turned }: Surface, outline: Plane, seamPx: number): void {
  for (let i = 0; i < outline.length; i++) {
    const share = outline[i]!;
    if (share < 0.02 || height[i]! >= seamPx) continue;
    const blend = (from: number, to: number): number => from + share * (to - from);
    height[i] = blend(height[i]!, seamPx);
    albedo[i] = blend(albedo[i]!, 0.22);
    gloss[i] = blend(gloss[i]!, 0.24);
    warmth[i] = blend(warmth[i]!, 0);
    turned[i] = blend(turned[i]!, 0);
  }
}

/** Unit vector to the right of the line's course (in a picture, where y points down). */
function normalOf(line: readonly Point[], step: number): Point {
  const before = line[Math.max(0, step - 3)] ?? [0, 0];
  const after = line[Math.min(line.length - 1, step + 3)] ?? [0, 0];
  const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
  const length = Math.hypot(dx, dy);
  return [-dy / length, dx / length];
}

function between(values: readonly number[], position: number): number {
  const index = Math.floor(position);
  const value = values[index] ?? 0;
  return value + (position - index) * ((values[index + 1] ?? value) - value);
}
