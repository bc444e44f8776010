// One picture: a good part, then perhaps a defect, then light, then the camera.

import { digitised, exposed, randomCamera } from "./camera.ts";
import { DEFECTS, type DefectCode } from "./defects.ts";
import { litBrightness, randomLight } from "./lighting.ts";
import { changeMask } from "./mask.ts";
import { randomPose } from "./pose.ts";
import { createRandom } from "./random.ts";
import { copyOf, goodSurface, type Surface } from "./surface.ts";

export interface PictureOrder {
  readonly seed: number;
  /** Names the picture's own streams of random numbers. */
  readonly name: string;
  readonly defect?: { readonly code: DefectCode; readonly severity: number };
}

export interface Picture {
  /** Red, green and blue bytes, row by row. */
  readonly pixels: Uint8Array;
  /** 255 where the defect is, 0 elsewhere; absent for a good part. */
  readonly mask?: Uint8Array;
}

/** Draws what `order` asks for: the same order always gives the same bytes. */
export function drawPicture({ seed, name, defect }: PictureOrder): Picture {
  const stream = (of: string) => createRandom(seed, `${name}/${of}`);
  const pose = randomPose(stream("pose"));
  const [light, camera] = [randomLight(stream("light")), randomCamera(stream("camera"))];
  const photograph = (surface: Surface) =>
    exposed(litBrightness(surface, pose, light), surface.warmth, camera);
  const good = goodSurface(pose, stream("surface"));
  if (!defect) return { pixels: digitised(photograph(good), stream("sensor")) };

  const flawed = copyOf(good);
  DEFECTS[defect.code](flawed, { pose, random: stream("defect"), severity: defect.severity });
  const colours = photograph(flawed);
  return { pixels: digitised(colours, stream("sensor")), mask: changeMask(photograph(good), colours) };
}
