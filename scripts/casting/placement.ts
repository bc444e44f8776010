// Where a defect starts: somewhere on one of the part's four faces, clear of their edges and openings.

import { BALANCE_HOLES, BORE_RADIUS, HUB_RADIUS, RIM, VANES, vaneAngle } from "./impeller.ts";
import { type Point, type Pose, toPixels } from "./pose.ts";
import type { Random } from "./random.ts";

export type Face = "plate" | "rim" | "hub" | "vane";

/** A random point of `face`, in pixels. */
export function pointOn(face: Face, pose: Pose, random: Random): Point {
  return toPixels(pose, PLACES[face](random));
}

/** A random item; repeat one to make it likelier. */
export function pick<Item>(random: Random, items: readonly [Item, ...Item[]]): Item {
  return items[random.integer(items.length)] ?? items[0];
}

const PLACES: Record<Face, (random: Random) => { distance: number; angle: number }> = {
  plate(random) {
    const distance = random.uniform(BALANCE_HOLES.distance + 0.14, RIM.inner - 0.1);
    return { distance, angle: vaneAngle(random.integer(VANES) + random.uniform(0.3, 0.7), distance) };
  },
  vane(random) {
    const distance = random.uniform(HUB_RADIUS + 0.1, 0.74);
    return { distance, angle: vaneAngle(random.integer(VANES), distance) };
  },
  rim: (random) => ({
    distance: random.uniform(RIM.inner + 0.035, RIM.outer - 0.045),
    angle: random.uniform(0, 2 * Math.PI),
  }),
  // The keyway points to a quarter turn: stay out of its sector.
  hub: (random) => ({
    distance: random.uniform(BORE_RADIUS + 0.05, HUB_RADIUS - 0.05),
    angle: Math.PI / 2 + random.uniform(0.8, 2 * Math.PI - 0.8),
  }),
};
