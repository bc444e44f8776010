// The drawing of the part: an open pump impeller, seen from above. Lengths are in part radii (the rim's outer edge is 1),
// heights too, above the belt. Walls lean a little, as a pattern needs to leave its mould.

import { smoothstep } from "./plane.ts";

export const VANES = 6;
/** Radians that a vane turns while its distance from the axis grows e-fold. */
export const VANE_TURN = 0.95;
export const HUB_RADIUS = 0.27;
export const RIM = { inner: 0.885, outer: 1 } as const;
export const BORE_RADIUS = 0.125;
export const BALANCE_HOLES = { count: 3, radius: 0.043, distance: 0.43 } as const;

const PLATE_HEIGHT = 0.1;
const RIM_HEIGHT = 0.16;
const HUB_HEIGHT = 0.27;
const VANE = { height: 0.21, inner: 0.2, outer: 0.79, draft: 0.03 } as const;
const KEYWAY = { halfWidth: 0.032, depth: 0.185 } as const;

const BALANCE_HOLE_CENTRES = Array.from({ length: BALANCE_HOLES.count }, (_, hole) => {
  const angle = vaneAngle((hole * VANES) / BALANCE_HOLES.count + 0.5, BALANCE_HOLES.distance);
  return [BALANCE_HOLES.distance * Math.cos(angle), BALANCE_HOLES.distance * Math.sin(angle)] as const;
});

/** Height of the ideal part at a point, 0 (belt) to 0.27. */
export function heightAt(x: number, y: number): number {
  const r = Math.sqrt(x * x + y * y);
  if (r > RIM.outer + 0.03) return 0;
  const plate = PLATE_HEIGHT * (1 - smoothstep(RIM.outer - 0.012, RIM.outer + 0.015, r));
  const rim =
    (RIM_HEIGHT - PLATE_HEIGHT) *
    smoothstep(RIM.inner - 0.03, RIM.inner, r) *
    (1 - smoothstep(RIM.outer - 0.02, RIM.outer, r));
  const hub = (HUB_HEIGHT - PLATE_HEIGHT) * (1 - smoothstep(HUB_RADIUS - 0.012, HUB_RADIUS + 0.04, r));
  return (plate + Math.max(rim, hub, vaneAt(x, y, r))) * (1 - openingAt(x, y, r));
}

/** How much a point's surface is turned on a lathe: 1 on the hub's face and the rim's, 0 elsewhere. */
export function turnedAt(x: number, y: number): number {
  const r = Math.sqrt(x * x + y * y);
  const hub = 1 - smoothstep(HUB_RADIUS - 0.022, HUB_RADIUS - 0.012, r);
  const rim =
    smoothstep(RIM.inner, RIM.inner + 0.01, r) * (1 - smoothstep(RIM.outer - 0.022, RIM.outer - 0.012, r));
  return Math.max(hub, rim) * (1 - openingAt(x, y, r));
}

/** How much a point belongs to the part: 1 on metal, 0 on the belt, also where the belt shows through an opening. */
export function metalAt(x: number, y: number): number {
  const r = Math.sqrt(x * x + y * y);
  return (1 - smoothstep(RIM.outer, RIM.outer + 0.012, r)) * (1 - openingAt(x, y, r));
}

/** Angle in radians of a vane's centre line at distance `r` (0.2 to 0.79) from the axis. */
export function vaneAngle(vane: number, r: number): number {
  return (2 * Math.PI * vane) / VANES + VANE_TURN * Math.log(r / VANE.inner);
}

/** Half the width of a vane's top at distance `r` from the axis. */
export function vaneHalfWidth(r: number): number {
  return 0.034 - 0.014 * smoothstep(VANE.inner, VANE.outer, r);
}

function vaneAt(x: number, y: number, r: number): number {
  const alongR = Math.min(VANE.outer, Math.max(VANE.inner, r));
  const pitch = (2 * Math.PI) / VANES;
  const angle = Math.atan2(y, x) - vaneAngle(0, alongR);
  const offset = angle - pitch * Math.round(angle / pitch);
  const aside = (r * offset) / Math.sqrt(1 + VANE_TURN ** 2);
  const distance = Math.sqrt(aside ** 2 + (r - alongR) ** 2);
  const halfWidth = vaneHalfWidth(alongR);
  const wall = 1 - smoothstep(halfWidth, halfWidth + VANE.draft, distance);
  const fillet = 0.14 * (1 - smoothstep(halfWidth, halfWidth + 0.075, distance)) ** 2;
  const slope = 1 - 0.25 * smoothstep(0.3, VANE.outer, alongR);
  return (VANE.height - PLATE_HEIGHT) * slope * Math.min(1, wall + fillet);
}

/** 1 in the bore, the keyway and the balance holes, 0 elsewhere, with edges a pixel or two wide. */
function openingAt(x: number, y: number, r: number): number {
  if (r > BALANCE_HOLES.distance + 2 * BALANCE_HOLES.radius) return 0;
  const bore = BORE_RADIUS - r;
  const keyway = Math.min(KEYWAY.halfWidth - Math.abs(x), y, KEYWAY.depth - y);
  return smoothstep(-0.006, 0.006, Math.max(bore, keyway, insideBalanceHole(x, y)));
}

/** Distance to the nearest balance hole's edge, positive inside. */
function insideBalanceHole(x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const [holeX, holeY] of BALANCE_HOLE_CENTRES)
    nearest = Math.min(nearest, Math.sqrt((x - holeX) ** 2 + (y - holeY) ** 2));
  return BALANCE_HOLES.radius - nearest;
}
