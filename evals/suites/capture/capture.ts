// How well the capture grade names what is wrong with a picture: clean pictures are made worse here, so that the truth
// is known.
import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { z } from "zod";
import { DEFAULT_VIEW } from "../../../src/domain/product.ts";
import { GumsaError } from "../../../src/errors.ts";
import { decodePicture } from "../../../src/vision/decode.ts";
import type { Picture } from "../../../src/vision/picture.ts";
import type { SuiteContext } from "../../context.ts";
import { degrade, isVisible } from "../../degradations/degrade.ts";
import { defineSuite } from "../../suite.ts";
import { storePicture } from "../built-product.ts";
import type { Damage } from "./damages.ts";
import { type DegradedPicture, type DegradedSet, degradeClean, readPairs } from "./degraded-set.ts";
import { CAPTURE_FIGURES, CaptureResult, scoreCapture } from "./score.ts";
import { captureSections } from "./sections.ts";

export const capture = defineSuite({
  name: "capture",
  describes: {
    ko: "촬영 품질: 저하의 종류와 심각도, 깨끗한 사진의 오경보",
    en: "capture grade: kind and severity of degradations, false alarms on clean pictures",
  },
  flags: [
    {
      flags: "--data <folder>",
      describes: {
        ko: "깨끗한 사진 폴더 (사진당 25종 × 5단계와 두 가지 동시 10쌍; --limit으로 줄임)",
        en: "folder of clean pictures (25 kinds at 5 severities and 10 pairs each; --limit takes fewer)",
      },
    },
    {
      flags: "--pairs <folder>",
      describes: {
        ko: "이미 저하된 사진 폴더: clean/과 <종류>/<1~5>/",
        en: "folder of pictures that are degraded already: clean/ and <kind>/<1 to 5>/",
      },
    },
    {
      flags: "--product <id>",
      describes: {
        ko: "이 등록된 제품의 양품 사진과 비교해 등급을 매김",
        en: "grade relative to this registered product's good pictures",
      },
    },
  ],
  options: z.strictObject({
    data: z.string().optional(),
    pairs: z.string().optional(),
    product: z.string().optional(),
  }),
  result: CaptureResult,
  figures: CAPTURE_FIGURES,
  draws: 200,
  async open({ data, pairs, product }, context) {
    const { name, files, pictures } = await setOf({ data, pairs }, context);
    if (product !== undefined) await context.borrowProduct(product);
    const byId = new Map(pictures.map((picture) => [picture.id, picture]));
    return {
      dataset: name,
      files,
      items: pictures.map(({ id, file, group, truth }) => ({
        id,
        file: file.name,
        group,
        stratum: STRATA[truth.length] ?? "more",
      })),
      versions: {},
      measure: async ({ id }) => {
        const picture = byId.get(id);
        if (!picture) throw new TypeError(`${id} is no picture of this data set`);
        return measure(picture, product ?? null, context);
      },
      sections: async (measured) => captureSections(measured),
    };
  },
  score: scoreCapture,
});

/** A limit takes as many of each. */
const STRATA = ["clean", "one degradation", "two at once"];

const setOf = async (
  { data, pairs }: { data: string | undefined; pairs: string | undefined },
  { seed }: SuiteContext,
): Promise<DegradedSet> => {
  if (pairs !== undefined && data === undefined) return readPairs(pairs);
  if (data !== undefined && pairs === undefined) return degradeClean(data, seed);
  throw new GumsaError("usage_invalid", "Name clean pictures by --data, or degraded ones by --pairs.", {
    hint: "gumsa eval capture --data DIR",
  });
};

const measure = async (
  picture: DegradedPicture,
  product: string | null,
  context: SuiteContext,
): Promise<CaptureResult> => {
  const { inspector, signal } = context;
  const made = picture.isToDo && picture.truth.length > 0 ? await degraded(picture, context) : undefined;
  const image = made ? await inspector.blobs.put(made.png) : (await storePicture(picture.file, context)).id;
  const { degradations, grade } = await inspector.tool(
    "gradeCapture",
    { image, product, view: DEFAULT_VIEW },
    { signal },
  );
  return {
    truth: [...picture.truth],
    said: degradations.map(({ kind, severity }) => ({ kind, severity })),
    grade,
    isVisible: made?.isVisible ?? true,
  };
};

/** Lossless, and quickly packed: the bytes lie in the run's store until the run is over. */
const degraded = async ({ file, truth }: DegradedPicture, { seed }: SuiteContext) => {
  const before = await decodePicture(await readFile(file.path), {
    fileName: file.name,
    maxPixels: MAX_PIXELS,
  });
  let after: Picture = before;
  let showsAll = true;
  for (const damage of truth) {
    const next = await degrade(after, { ...damage, seed: seedOf(seed, file.name, damage) });
    showsAll &&= isVisible(after, next);
    after = next;
  }
  const raw = { width: after.widthPx, height: after.heightPx, channels: 3 as const };
  return {
    png: await sharp(after.rgb, { raw }).png({ compressionLevel: 1 }).toBuffer(),
    isVisible: showsAll,
  };
};

const MAX_PIXELS = 1e8;

/** Another direction and other noise for each picture, the same in every run. */
const seedOf = (seed: number, name: string, { kind }: Damage): number =>
  [...`${seed} ${kind} ${name}`].reduce(
    (sum, letter) => (31 * sum + (letter.codePointAt(0) ?? 0)) % 1_000_003,
    7,
  );
