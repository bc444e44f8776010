// Stains: oil that has soaked in (dark, shiny) or oxide that has bloomed (brown, dull), with soft, uneven edges.

import type { DefectSite } from "./defects.ts";
import { fractalNoise } from "./noise.ts";
import { pick, pointOn } from "./placement.ts";
import { aroundPoint, smoothstep } from "./plane.ts";
import { metalShare, type Surface } from "./surface.ts";

interface Substance {
  /** Factor on albedo and on gloss, and shift of warmth, where the stain is full. */
  readonly albedo: number;
  readonly gloss: number;
  readonly warmth: number;
}

const OIL: Substance = { albedo: 0.42, gloss: 0.75, warmth: 0.3 };
const OXIDE: Substance = { albedo: 0.58, gloss: 0.35, warmth: 1.1 };

/** Spreads one stain, 17 to 53 px in radius, over metal only; the part's shape stays as it is. */
export function addStain(
  { height, albedo, gloss, warmth }: Surface,
  { pose, random, severity }: DefectSite,
): void {
  const centre = pointOn(pick(random, ["plate", "plate", "plate", "vane", "rim"]), pose, random);
  const substance = pick(random, [OIL, OXIDE]);
  const radiusPx = (15 + 31 * severity) * random.uniform(0.85, 1.15);
  const strength = 0.22 + 0.7 * severity;
  const outline = fractalNoise(random, { coarsestPx: radiusPx, finestPx: 4, persistence: 0.6 });
  const mottle = fractalNoise(random, { coarsestPx: 8, finestPx: 2, persistence: 0.8 });
  aroundPoint(centre, 2.2 * radiusPx, (x, y, i) => {
    const inside = 1 - Math.hypot(x - centre[0], y - centre[1]) / radiusPx + 0.2 * outline[i]!;
    const cover = smoothstep(0, 0.55, inside) * (1 + 0.15 * mottle[i]!) * metalShare(height[i]!);
    const share = Math.min(1, Math.max(0, strength * cover));
    albedo[i] = albedo[i]! * (1 + share * (substance.albedo - 1));
    gloss[i] = gloss[i]! * (1 + share * (substance.gloss - 1));
    warmth[i] = warmth[i]! + share * substance.warmth;
  });
}
