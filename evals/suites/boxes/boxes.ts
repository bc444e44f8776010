// How well boxes lie around what people have marked, and how often there is one where nothing is.
import { z } from "zod";
import { Alpha } from "../../../src/domain/product.ts";
import type { SuiteContext } from "../../context.ts";
import { type BoxedPicture, readBoxedPictures } from "../../datasets/boxed-pictures.ts";
import { unreadable } from "../../datasets/folder.ts";
import { GOOD } from "../../datasets/labelled-picture.ts";
import { seededRandom, shuffled } from "../../metrics/random.ts";
import { type DataFile, defineSuite } from "../../suite.ts";
import { type BuiltProduct, borrowedProduct, buildProduct, storePicture } from "../built-product.ts";
import { knownCases, splitMarked } from "./known-cases.ts";
import { FINDERS } from "./finders.ts";
import { BOXES_FIGURES, BoxesResult, scoreBoxes } from "./score.ts";
import { boxesSections } from "./sections.ts";

/** Good pictures to learn from; the others are asked. */
const MOST_LEARNT = 40;

export const boxes = defineSuite({
  name: "boxes",
  describes: {
    ko: "불량 상자: mAP@0.5, mAP@[.5:.95], 오검출 수를 정한 재현율, 빈 사진의 상자",
    en: "boxes around defects: mAP@0.5, mAP@[.5:.95], recall at fixed false boxes, boxes on nothing",
  },
  flags: [
    {
      flags: "--data <folder>",
      describes: { ko: "COCO JSON, Pascal VOC, 또는 DeepPCB", en: "COCO JSON, Pascal VOC or DeepPCB" },
    },
    {
      flags: "--product <id>",
      describes: {
        ko: "상자 없는 사진에서 학습하지 않고 등록된 제품으로 평가",
        en: "judge this registered product in place of one learnt from pictures without a box",
      },
    },
    {
      flags: "--cases <count>",
      describes: {
        ko: "표시된 사진의 절반에서 유형마다 이만큼 사례로 학습하고 나머지 절반으로 평가 (기본값: 0)",
        en: "learn so many cases a type from half of the marked pictures and ask the other half (default: 0)",
      },
    },
    {
      flags: "--alpha <rate>",
      describes: {
        ko: "상자가 있어도 되는 정상 사진의 비율 (기본값: 0.05); 클수록 약한 상자도 순위에 듦",
        en: "rate of good pictures that may get a box (default: 0.05); a larger one ranks fainter boxes too",
      },
    },
  ],
  options: z.strictObject({
    data: z.string(),
    product: z.string().optional(),
    cases: z.coerce.number().int().nonnegative().default(0),
    alpha: z.coerce.number().pipe(Alpha).optional(),
  }),
  result: BoxesResult,
  figures: BOXES_FIGURES,
  draws: 200,
  async open({ data, product: borrowed, cases: perType, alpha }, context) {
    const { name, pictures, files } = await readBoxedPictures(data);
    const { known, rest } = splitMarked(pictures, perType, context);
    const { learnt, asked } =
      borrowed === undefined ? await split(data, rest, context) : { learnt: [], asked: withGood(rest) };
    const product =
      borrowed === undefined
        ? await buildProduct(
            { name, train: learnt.map((file) => ({ ...file, type: GOOD })), test: [] },
            context,
            { ...(await knownCases(known, perType, context)), alpha },
          )
        : await borrowedProduct(borrowed, context);
    const byName = new Map(asked.map((picture) => [picture.name, picture]));
    return {
      dataset: name,
      files: [...files, ...learnt, ...known.map(fileOf), ...asked.map(fileOf)],
      items: asked.map(({ name: id, truth }) => ({ id, stratum: truth.length > 0 ? "marked" : "nothing" })),
      versions: { bank: product.bank, features: product.model },
      measure: async ({ id }) => {
        const picture = byName.get(id);
        if (!picture) throw new TypeError(`${id} is no picture of this data set`);
        return measure(picture, product, context);
      },
      sections: async (measured) => boxesSections(measured),
    };
  },
  score: scoreBoxes,
});

/** Every picture, and every good one as a picture with nothing in it. */
const withGood = (pictures: readonly BoxedPicture[]): BoxedPicture[] => {
  const good = pictures.flatMap((picture) => (picture.good ? [{ ...picture.good, truth: [] }] : []));
  return [...pictures, ...new Map(good.map((picture) => [picture.name, picture])).values()];
};

const fileOf = ({ name, path }: BoxedPicture): DataFile => ({ name, path });

/** Half of the pictures with nothing in them are learnt from, no more than so many; the rest is asked. */
const split = async (
  data: string,
  pictures: readonly BoxedPicture[],
  { seed }: SuiteContext,
): Promise<{ learnt: DataFile[]; asked: BoxedPicture[] }> => {
  const all = withGood(pictures);
  const empty = shuffled(
    all.filter(({ truth }) => truth.length === 0),
    seededRandom(seed, "good pictures to learn"),
  );
  const learnt = empty.slice(0, Math.min(MOST_LEARNT, Math.ceil(empty.length / 2)));
  if (learnt.length < 2) throw await unreadable(data, "pictures without a box, to learn from, or --product");
  const names = new Set(learnt.map(({ name }) => name));
  return {
    learnt: learnt.map(fileOf),
    asked: all.filter(({ name, good }) => !names.has(name) && !(good && names.has(good.name))),
  };
};

const measure = async (
  picture: BoxedPicture,
  product: BuiltProduct,
  context: SuiteContext,
): Promise<BoxesResult> => {
  const { id: image } = await storePicture(picture, context);
  const good = picture.good && (await storePicture(picture.good, context)).id;
  const found: BoxesResult["found"] = [];
  for (const finder of FINDERS) {
    const own = await finder.find({ image, product: product.id, good }, context);
    if (own) found.push({ finder: finder.name, boxes: own });
  }
  return { truth: [...picture.truth], found };
};
