// Gas holes: bubbles caught in the setting metal and opened at its surface. One large pore, often with smaller ones about it.

import type { DefectSite } from "./defects.ts";
import { type Face, pick, pointOn } from "./placement.ts";
import { aroundPoint, smoothstep } from "./plane.ts";
import type { Point } from "./pose.ts";
import type { Random } from "./random.ts";
import { metalShare, type Surface } from "./surface.ts";

interface Pore {
  readonly centre: Point;
  readonly radiusPx: number;
  readonly depthPx: number;
  /** Share of the light that oxide in the pore swallows. */
  readonly darkness: number;
}

/** Severity above which the bubbles have gathered under the widest face. */
const MUCH_GAS = 0.8;

/** Opens 1 to 13 pores, the largest 2 to 9 px in radius. */
export function addHole(surface: Surface, { pose, random, severity }: DefectSite): void {
  const face = severity > MUCH_GAS ? "plate" : pick<Face>(random, ["plate", "plate", "rim", "hub"]);
  const centre = pointOn(face, pose, random);
  const radiusPx = (1 + 7 * severity) * random.uniform(0.88, 1.12);
  const darkness = 0.15 + 0.55 * severity;
  const pore = (at: Point, radius: number): Pore => ({
    centre: at,
    radiusPx: radius,
    depthPx: radius * (0.5 + severity),
    darkness,
  });
  openPore(surface, pore(centre, radiusPx), random);
  const others = random.integer(Math.round(3 + 10 * severity));
  for (let i = 0; i < others; i++) {
    const spread = 1.9 * radiusPx + 3;
    const at: Point = [centre[0] + spread * random.normal(), centre[1] + spread * random.normal()];
    openPore(surface, pore(at, Math.max(0.8, radiusPx * random.uniform(0.18, 0.5))), random);
  }
}

/** A bowl with a steep wall and an outline that is not quite round. */
function openPore({ height, albedo, gloss }: Surface, pore: Pore, random: Random): void {
  const [oval, ovalAt, bumps, bumpsAt] = [
    random.uniform(0, 0.22),
    random.uniform(0, 6.3),
    random.uniform(0, 0.12),
    random.uniform(0, 6.3),
  ];
  aroundPoint(pore.centre, 1.5 * pore.radiusPx + 2, (x, y, i) => {
    const [dx, dy] = [x - pore.centre[0], y - pore.centre[1]];
    const angle = Math.atan2(dy, dx);
    const edgePx =
      pore.radiusPx * (1 + oval * Math.cos(2 * angle + ovalAt) + bumps * Math.cos(3 * angle + bumpsAt));
    const inside = edgePx - Math.hypot(dx, dy);
    const share = smoothstep(-0.5, 0.5, inside) * metalShare(height[i]!);
    const bowl = Math.sqrt(Math.min(1, Math.max(0, inside + 0.5) / edgePx));
    height[i] = height[i]! - pore.depthPx * share * bowl;
    albedo[i] = albedo[i]! * (1 - pore.darkness * share);
    gloss[i] = gloss[i]! * (1 - 0.9 * pore.darkness * share);
  });
}
