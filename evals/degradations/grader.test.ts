// The bundled grader on a drawn part, degraded here: what it names, and what it leaves alone. How good it is on real
// pictures is measured by benchmarks/capture.ts.
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { CaptureGrade } from "../../src/domain/capture-grade.ts";
import { createBench } from "../../src/inference/bench.ts";
import type { GraderModel } from "../../src/inference/model-store.ts";
import { createModelStore } from "../../src/inference/model-store.ts";
import { packageRoot } from "../../src/package-root.ts";
import { drawPart } from "../../src/vision/capture/drawn-part.fixture.ts";
import { familyOf, gradeCapture } from "../../src/vision/capture/grade.ts";
import { readCapture } from "../../src/vision/capture/network.ts";
import { baselineOf, meanLook, type Usual, usualOf } from "../../src/vision/capture/usual.ts";
import type { Picture } from "../../src/vision/picture.ts";
import { moved } from "./blur.ts";
import { degrade, isVisible } from "./degrade.ts";
import { DEGRADATIONS } from "./kinds.ts";

const GOOD_PARTS = 6;
const bench = createBench();
const part = drawPart({ seed: 100 });
let grader: GraderModel;
let usual: Usual;

beforeAll(async () => {
  grader = await createModelStore(join(packageRoot(), "models")).grader();
  const good = [];
  for (let seed = 0; seed < GOOD_PARTS; seed++) {
    const task = { picture: drawPart({ seed }), grader, usual: undefined };
    const { statistics, answer } = await readCapture.run(task, bench);
    good.push({ statistics, look: answer.look, picture: task.picture });
  }
  const odds = [];
  for (const one of good) {
    const others = meanLook(good.filter((other) => other !== one));
    odds.push((await readCapture.run({ picture: one.picture, grader, usual: others }, bench)).answer.odds);
  }
  usual = usualOf(baselineOf(good, odds, grader), grader);
});

const gradeOf = async (picture: Picture): Promise<CaptureGrade> => {
  const reading = await readCapture.run({ picture, grader, usual: usual.look }, bench);
  const { widthPx, heightPx } = picture;
  return gradeCapture({ ...reading, widthPx, heightPx }, { usual, grader });
};

it("names the family of most kinds at a high severity", async () => {
  const families = [];
  for (const { kind, family } of DEGRADATIONS) {
    const damaged = await degrade(part, { kind, severity: 4, seed: 1 });
    if (!isVisible(part, damaged)) continue;
    const [worst] = (await gradeOf(damaged)).degradations;
    families.push({ kind, isRight: worst !== undefined && familyOf(worst.kind) === family });
  }
  const wrong = families.filter(({ isRight }) => !isRight).map(({ kind }) => kind);
  expect(wrong.length, wrong.join(", ")).toBeLessThanOrEqual(0.2 * families.length);
});

it("tells direction and length of a motion", async () => {
  const [worst] = (await gradeOf(moved(part, 10, Math.PI / 6))).degradations;
  expect(worst?.kind).toBe("motion_blur");
  expect(Math.abs((worst?.angleDegrees ?? 0) - 30)).toBeLessThan(15);
  expect(Math.abs((worst?.lengthPx ?? 0) - 10)).toBeLessThan(4);
});

/** Pixel `from(x, y)` of the part comes to (x, y). */
const rearranged = (from: (x: number, y: number, side: number) => readonly [number, number]): Picture => {
  const side = part.widthPx;
  const rgb = part.rgb.map((_, at) => {
    const [x, y] = [Math.floor(at / 3) % side, Math.floor(at / 3 / side)];
    const [sourceX, sourceY] = from(x, y, side);
    return part.rgb[(sourceY * side + sourceX) * 3 + (at % 3)] ?? 0;
  });
  return { ...part, rgb };
};

const opened = sharp(part.rgb, { raw: { width: part.widthPx, height: part.heightPx, channels: 3 } });
const decoded = async (bytes: Buffer): Promise<Picture> => {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, rgb: new Uint8Array(data) };
};
const side = part.widthPx;

const HARMLESS: readonly (readonly [string, () => Picture | Promise<Picture>])[] = [
  ["another good part", () => drawPart({ seed: 200 })],
  ["its mirror image", () => rearranged((x, y, width) => [width - 1 - x, y])],
  ["a quarter turn", () => rearranged((x, y, width) => [y, width - 1 - x])],
  ["a PNG", async () => decoded(await opened.clone().png().toBuffer())],
  ["a JPEG of quality 95", async () => decoded(await opened.clone().jpeg({ quality: 95 }).toBuffer())],
  [
    "a crop",
    async () =>
      decoded(
        await opened
          .clone()
          .extract({ left: 16, top: 16, width: side - 32, height: side - 32 })
          .png()
          .toBuffer(),
      ),
  ],
  [
    "a grey border",
    async () =>
      decoded(
        await opened
          .clone()
          .extend({ top: 16, left: 16, right: 16, bottom: 16, background: "#808080" })
          .png()
          .toBuffer(),
      ),
  ],
  [
    "a scale of 1.04",
    async () =>
      decoded(
        await opened
          .clone()
          .resize(Math.round(side * 1.04), null, { kernel: "cubic" })
          .png()
          .toBuffer(),
      ),
  ],
];

describe("what is no degradation", () => {
  it.each(HARMLESS)("finds nothing on %s", async (_, make) => {
    expect((await gradeOf(await make())).degradations).toEqual([]);
  });
});
