// From brightness to bytes: lens, exposure, sensor noise, and the curve of an ordinary camera.

import { blurred, type Plane, SIZE_PX } from "./plane.ts";
import type { Random } from "./random.ts";

export interface Camera {
  readonly exposure: number;
  /** Change of brightness from the middle to the right and lower border, -0.1 to 0.1. */
  readonly gradient: readonly [right: number, down: number];
  readonly blurPx: number;
  /** Gains of red and blue against green, about 1. */
  readonly whiteBalance: readonly [red: number, blue: number];
}

/** Settings as they wander from picture to picture at one station. */
export function randomCamera(random: Random): Camera {
  return {
    exposure: random.uniform(0.9, 1.12),
    gradient: [random.uniform(-0.09, 0.09), random.uniform(-0.09, 0.09)],
    blurPx: random.uniform(0.55, 0.85),
    whiteBalance: [random.uniform(0.985, 1.015), random.uniform(0.985, 1.015)],
  };
}

/** Red, green and blue bytes, before the sensor's noise: `warmth` tints as in `Surface`. */
export function exposed(brightness: Plane, warmth: Plane, camera: Camera): Float32Array {
  const sharpness = blurred(brightness, camera.blurPx);
  const tint = blurred(warmth, camera.blurPx);
  const colours = new Float32Array(3 * sharpness.length);
  for (let i = 0; i < sharpness.length; i++) {
    const light = sharpness[i]! * camera.exposure * fall(i, camera.gradient);
    colours[3 * i] = curve(light * camera.whiteBalance[0] * (1 + 0.2 * tint[i]!));
    colours[3 * i + 1] = curve(light * (1 - 0.06 * tint[i]!));
    colours[3 * i + 2] = curve(light * camera.whiteBalance[1] * (1 - 0.34 * tint[i]!));
  }
  return colours;
}

/** The same picture as bytes, with grain mostly common to the three colours. */
export function digitised(colours: Float32Array, random: Random): Uint8Array {
  const bytes = new Uint8Array(colours.length);
  for (let i = 0; i < colours.length; i += 3) {
    const grain = 1.9 * random.normal();
    for (let c = 0; c < 3; c++) {
      const noise = grain + random.uniform(-1.2, 1.2);
      bytes[i + c] = Math.min(255, Math.max(0, Math.round(colours[i + c]! + noise)));
    }
  }
  return bytes;
}

function fall(index: number, [right, down]: Camera["gradient"]): number {
  const x = (index % SIZE_PX) / (SIZE_PX / 2) - 1;
  const y = Math.floor(index / SIZE_PX) / (SIZE_PX / 2) - 1;
  return 1 + right * x + down * y - 0.05 * (x * x + y * y);
}

/** Grey level of a brightness, from a table: a power for each of 800,000 values would take most of the camera's time. */
function curve(light: number): number {
  const position = Math.sqrt(Math.min(1, Math.max(0, light / CURVE_LIMIT))) * CURVE_STEPS;
  const index = Math.floor(position);
  return CURVE[index]! + (position - index) * (CURVE[index + 1]! - CURVE[index]!);
}

/** Gamma with a soft shoulder, so that highlights roll off rather than clip. */
function gamma(light: number): number {
  const rolled = light < 0.6 ? light : 0.6 + 0.4 * (1 - Math.exp(-(light - 0.6) / 0.4));
  return 255 * rolled ** (1 / 2.2);
}

const CURVE_LIMIT = 4;
const CURVE_STEPS = 1024;
const CURVE = Float32Array.from({ length: CURVE_STEPS + 2 }, (_, step) =>
  gamma(CURVE_LIMIT * (step / CURVE_STEPS) ** 2),
);
