// Clean pictures that the grader's training never saw, by domain and product. What is held out is fixed in
// training/capture-grade/data.py.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Picture } from "../../src/vision/picture.ts";

export interface HeldOutProduct {
  readonly name: string;
  /** Good pictures that teach what is usual; where there are none, the windows of the other clean pictures do. */
  readonly usual: readonly string[];
  /** Further good pictures, for false alarms. */
  readonly clean: readonly string[];
  /** Those of them that are degraded. */
  readonly degraded: readonly string[];
  /** Windows of each clean picture that are graded. */
  readonly windows: number;
}

export const DOMAINS = {
  /** Other scenes are what is usual: the hardest kind of baseline. */
  async photographs(data) {
    const files = await filesIn(join(data, "kodak24", "PhotoCD_PCD0992"), ".png");
    const heldOut = files.slice(18);
    return [{ name: "kodak", usual: [], clean: heldOut, degraded: heldOut, windows: 4 }];
  },
  async boards(data) {
    return Promise.all(
      ["20085", "50600", "92000"].map(async (name) => {
        const files = await filesIn(join(data, "deeppcb", `group${name}`, name), "_temp.jpg");
        const clean = files.slice(16, 36);
        return { name, usual: files.slice(0, 16), clean, degraded: clean.slice(0, 2), windows: 1 };
      }),
    );
  },
  async papers(data) {
    return Promise.all(
      ["PA_BRG02_RL", "PA_FLR01_TL", "PA_FVN01_TL", "PA_GLA01_TL"].map(async (name) => {
        const files = await filesIn(join(data, "piped", name, "NoDefects"), ".bmp");
        const clean = files.slice(24);
        return { name, usual: files.slice(0, 24), clean, degraded: at(clean, [0, 12]), windows: 1 };
      }),
    );
  },
  /** The demo product of this repository. */
  async castings() {
    const usual = await filesIn(join("examples", "casting", "train", "good"), ".jpg");
    const clean = await filesIn(join("examples", "casting", "test", "good"), ".jpg");
    return [{ name: "casting", usual, clean, degraded: at(clean, [0, 6, 12, 18, 3, 9]), windows: 1 }];
  },
} as const satisfies Record<string, (data: string) => Promise<HeldOutProduct[]>>;
export type Domain = keyof typeof DOMAINS;

const filesIn = async (folder: string, ending: string): Promise<string[]> =>
  (await readdir(folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));

const at = (files: readonly string[], places: readonly number[]): string[] =>
  places.flatMap((place) => files[place] ?? []);

/** Degrading whole pictures takes hours on one core; a window at native resolution shows the same damage. */
const WINDOW_PX = 320;
const BLOCK_PX = 8;

/** The middle of a picture, then its corners, on the grid of JPEG blocks. */
export const windowOf = (picture: Picture, number: number): Picture => {
  const [widthPx, heightPx] = [Math.min(WINDOW_PX, picture.widthPx), Math.min(WINDOW_PX, picture.heightPx)];
  const [across, down] = SHARES[number] ?? [0, 1];
  const onGrid = (room: number): number => Math.floor(room / BLOCK_PX) * BLOCK_PX;
  const left = onGrid(across * (picture.widthPx - widthPx));
  const top = onGrid(down * (picture.heightPx - heightPx));
  const rgb = new Uint8Array(3 * widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    const from = ((top + y) * picture.widthPx + left) * 3;
    rgb.set(picture.rgb.subarray(from, from + 3 * widthPx), 3 * y * widthPx);
  }
  return { widthPx, heightPx, rgb };
};
const SHARES: readonly (readonly [number, number])[] = [
  [0.5, 0.5],
  [0, 0],
  [1, 1],
  [1, 0],
];
