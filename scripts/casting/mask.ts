// What a defect changed visibly: the picture with it against the same picture without it, both before the sensor's noise.

import { createPlane, type Plane, SIZE_PX } from "./plane.ts";

/** Smallest change that counts, in grey levels of 255; for the faintest defects, this share of their largest change. */
const VISIBLE = { levels: 6, share: 0.4 } as const;
const GAP_PX = 2;

/** Bytes, 255 where the two pictures (red, green, blue) differ and in gaps up to 4 px between, else 0. */
export function changeMask(flawless: Float32Array, flawed: Float32Array): Uint8Array {
  const change = largestChange(flawless, flawed);
  const largest = change.reduce((a, b) => Math.max(a, b), 0);
  const threshold = Math.min(VISIBLE.levels, VISIBLE.share * largest);
  const visible = change.map((levels) => (levels > threshold ? 1 : 0));
  return Uint8Array.from(eroded(dilated(visible)), (value) => 255 * value);
}

function largestChange(flawless: Float32Array, flawed: Float32Array): Plane {
  const change = createPlane();
  for (let i = 0; i < flawed.length; i++) {
    const pixel = Math.floor(i / 3);
    change[pixel] = Math.max(change[pixel]!, Math.abs(flawed[i]! - flawless[i]!));
  }
  return change;
}

function dilated(mask: Plane): Plane {
  return whereDisc(mask, (values) => values.some((value) => value > 0));
}

function eroded(mask: Plane): Plane {
  return whereDisc(mask, (values) => values.every((value) => value > 0));
}

/** 1 where the values under the disc pass the test; 0 along the border, where the disc does not fit. */
function whereDisc(mask: Plane, passes: (values: readonly number[]) => boolean): Plane {
  const result = createPlane();
  for (let y = GAP_PX; y < SIZE_PX - GAP_PX; y++) {
    for (let x = GAP_PX; x < SIZE_PX - GAP_PX; x++) {
      const at = y * SIZE_PX + x;
      result[at] = passes(DISC.map((shift) => mask[at + shift]!)) ? 1 : 0;
    }
  }
  return result;
}

const DISC = [-2, -1, 0, 1, 2].flatMap((dy) =>
  [-2, -1, 0, 1, 2].filter((dx) => dx * dx + dy * dy <= GAP_PX * GAP_PX + 1).map((dx) => dy * SIZE_PX + dx),
);
