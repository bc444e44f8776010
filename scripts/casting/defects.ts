// The four defect types. Each changes a surface in place, as the real thing changes metal; the light then shows it.

import { addBurr } from "./burr.ts";
import { addHole } from "./hole.ts";
import type { Pose } from "./pose.ts";
import type { Random } from "./random.ts";
import { addScratch } from "./scratch.ts";
import { addStain } from "./stain.ts";
import type { Surface } from "./surface.ts";

export interface DefectSite {
  readonly pose: Pose;
  readonly random: Random;
  /** 0.15 (hardly to be seen) to 1 (unmistakable). */
  readonly severity: number;
}

export const DEFECTS = {
  hole: addHole,
  burr: addBurr,
  scratch: addScratch,
  stain: addStain,
} as const satisfies Record<string, (surface: Surface, site: DefectSite) => void>;

export type DefectCode = keyof typeof DEFECTS;
