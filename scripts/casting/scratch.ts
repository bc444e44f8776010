// Scratches: something hard slid over the part. It cuts a groove, throws up a lip on either side and bares bright metal,
// or leaves dirt in the groove; it touches only what stands as high as the place where it started.

import type { DefectSite } from "./defects.ts";
import { pick, pointOn } from "./placement.ts";
import { aroundPoint, createPlane, type Plane, SIZE_PX } from "./plane.ts";
import type { Point } from "./pose.ts";
import type { Random } from "./random.ts";
import type { Surface } from "./surface.ts";

interface Tool {
  /** Distance from the groove's middle at which it is 1/e as deep. */
  readonly widthPx: number;
  readonly depthPx: number;
  /** Change of tone in the groove: above 0 bare metal, below 0 dirt. */
  readonly tone: number;
}

interface Trace {
  /** Distance of each pixel from the scratch, infinite where it is far. */
  readonly distancePx: Plane;
  /** Pressure of the tool at the nearest point of the scratch, 0 to 1. */
  readonly pressure: Plane;
}

const CONTACT_PX = 5;
const REACH_PX = 6;

/** Draws 1 to 3 scratches side by side, the longest 60 to 170 px long and 2 to 3 px wide. */
export function addScratch(surface: Surface, site: DefectSite): void {
  const { pose, random, severity } = site;
  const start = pointOn(pick(random, ["plate", "plate", "plate", "rim", "hub"]), pose, random);
  const levelPx = heightAt(surface, start);
  const heading = random.uniform(0, 2 * Math.PI);
  const tool: Tool = {
    widthPx: 0.9 + 0.55 * severity,
    depthPx: 0.35 + 1.6 * severity,
    tone: random.uniform(0, 1) < 0.7 ? 0.3 + 0.9 * severity : -0.25 - 0.45 * severity,
  };
  const lines = 1 + random.integer(severity > 0.5 ? 3 : 2);
  for (let line = 0; line < lines; line++) {
    const apart = line * random.uniform(4, 9);
    const from: Point = [start[0] - apart * Math.sin(heading), start[1] + apart * Math.cos(heading)];
    const share = line === 0 ? 1 : random.uniform(0.3, 0.7);
    const path = slide(from, {
      heading: heading + 0.03 * random.normal(),
      lengthPx: share * (44 + 126 * severity),
      random,
    });
    cut(surface, traceOf(path, random), {
      tool: { ...tool, depthPx: share * tool.depthPx, tone: share * tool.tone },
      levelPx,
    });
  }
}

/** A path in steps of half a pixel through `middle`, bending a little. */
function slide(
  middle: Point,
  { heading, lengthPx, random }: { heading: number; lengthPx: number; random: Random },
): Point[] {
  const bend = random.uniform(-0.003, 0.003);
  return Array.from({ length: Math.ceil(2 * lengthPx) }, (_, step) => {
    const along = step / 2 - lengthPx / 2;
    const across = bend * along ** 2;
    return [
      middle[0] + along * Math.cos(heading) - across * Math.sin(heading),
      middle[1] + along * Math.sin(heading) + across * Math.cos(heading),
    ] as const;
  });
}

/** The tool lands, presses unevenly and lifts off. */
function traceOf(path: readonly Point[], random: Random): Trace {
  const distancePx = createPlane(Number.POSITIVE_INFINITY);
  const pressure = createPlane();
  const [swell, swellAt] = [random.uniform(0.02, 0.06), random.uniform(0, 6.3)];
  path.forEach((at, step) => {
    const landing = Math.sin((Math.PI * (step + 0.5)) / path.length) ** 0.5;
    const press = landing * (0.8 + 0.2 * Math.sin(swell * step + swellAt));
    aroundPoint(at, REACH_PX, (x, y, i) => {
      const apart = Math.hypot(x - at[0], y - at[1]);
      if (apart >= distancePx[i]!) return;
      distancePx[i] = apart;
      pressure[i] = press;
    });
  });
  return { distancePx, pressure };
}

function cut(
  { height, albedo, gloss }: Surface,
  { distancePx, pressure }: Trace,
  { tool, levelPx }: { tool: Tool; levelPx: number },
): void {
  for (let i = 0; i < height.length; i++) {
    const apart = distancePx[i]! / tool.widthPx;
    if (apart > 4) continue;
    const contact = pressure[i]! * Math.exp(-(((height[i]! - levelPx) / CONTACT_PX) ** 2));
    const groove = contact * Math.exp(-(apart ** 2));
    const lip = contact * 0.35 * Math.exp(-((2 * (apart - 1.8)) ** 2));
    height[i] = height[i]! + tool.depthPx * (lip - groove);
    albedo[i] = albedo[i]! * (1 + tool.tone * groove);
    gloss[i] = gloss[i]! * (1 + tool.tone * groove);
  }
}

function heightAt({ height }: Surface, [x, y]: Point): number {
  return height[Math.round(y) * SIZE_PX + Math.round(x)]!;
}
