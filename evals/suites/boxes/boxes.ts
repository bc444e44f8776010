// How well boxes lie around what people have marked, and how often there is one where nothing is. A data set of several
// products has each learnt by itself: one board's copper is another's defect.
import { z } from "zod";
import { Alpha } from "../../../src/domain/product.ts";
import { GumsaError } from "../../../src/errors.ts";
import type { SuiteContext } from "../../context.ts";
import { type BoxedPicture, readBoxedPictures } from "../../datasets/boxed-pictures.ts";
import { GOOD } from "../../datasets/labelled-picture.ts";
import { seededRandom, shuffled } from "../../metrics/random.ts";
import { type DataFile, defineSuite, type Item } from "../../suite.ts";
import { type BuiltProduct, borrowedProduct, buildProduct, storePicture } from "../built-product.ts";
import { FINDERS } from "./finders.ts";
import { knownCases, splitMarked } from "./known-cases.ts";
import { BOXES_FIGURES, BoxesResult, scoreBoxes } from "./score.ts";
import { boxesSections } from "./sections.ts";

/** Good pictures of a product to learn from; the others are asked. */
const MOST_LEARNT = 40;

const OPTIONS = z.strictObject({
  data: z.string(),
  product: z.string().optional(),
  cases: z.coerce.number().int().nonnegative().default(0),
  alpha: z.coerce.number().pipe(Alpha).optional(),
});

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
  options: OPTIONS,
  result: BoxesResult,
  figures: BOXES_FIGURES,
  draws: 200,
  async open(options, context) {
    const { name, pictures, files } = await readBoxedPictures(options.data);
    const subjects = await openSubjects(byProduct(pictures, name), { options, context });
    const asked = new Map(
      subjects.flatMap((subject) => subject.asked.map((one) => [one.name, { one, subject }])),
    );
    return {
      dataset: name,
      files: [...files, ...subjects.flatMap((subject) => [...subject.learnt, ...subject.asked.map(fileOf)])],
      items: subjects.flatMap((subject) => subject.asked.map((one) => itemOf(one, subject))),
      versions: versionsOf(subjects),
      measure: async ({ id }) => {
        const found = asked.get(id);
        if (!found) throw new TypeError(`${id} is no picture of this data set`);
        return measure(found.one, found.subject.product, context);
      },
      sections: async (measured) => boxesSections(measured),
    };
  },
  score: scoreBoxes,
});

type Options = z.output<typeof OPTIONS>;

/** One product of the data set. */
interface Subject {
  readonly name: string;
  readonly product: BuiltProduct;
  readonly learnt: readonly DataFile[];
  readonly asked: readonly BoxedPicture[];
}

const byProduct = (pictures: readonly BoxedPicture[], whole: string): [string, BoxedPicture[]][] => {
  const groups = new Map<string, BoxedPicture[]>();
  for (const picture of pictures) {
    const own = groups.get(picture.product ?? whole);
    if (own) own.push(picture);
    else groups.set(picture.product ?? whole, [picture]);
  }
  return [...groups];
};

/** One that has too few good pictures is listed, unless it is the only one. */
const openSubjects = async (
  products: readonly [string, readonly BoxedPicture[]][],
  given: { options: Options; context: SuiteContext },
): Promise<Subject[]> => {
  const subjects: Subject[] = [];
  for (const [name, pictures] of products) {
    try {
      subjects.push(await openSubject(name, pictures, given));
    } catch (error) {
      if (products.length === 1) throw error;
      given.context.leaveOut(name, error);
    }
  }
  return subjects;
};

const openSubject = async (
  name: string,
  pictures: readonly BoxedPicture[],
  { options, context }: { options: Options; context: SuiteContext },
): Promise<Subject> => {
  const { product: borrowed, cases, alpha } = options;
  const { known, rest } = splitMarked(pictures, cases, context);
  const shown = known.map(fileOf);
  if (borrowed !== undefined)
    return { name, product: await borrowedProduct(borrowed, context), learnt: shown, asked: withGood(rest) };
  const { learnt, asked } = split(name, rest, context);
  const train = learnt.map((file) => ({ ...file, type: GOOD }));
  const product = await buildProduct({ name, train, test: [] }, context, {
    ...(await knownCases(known, cases, context)),
    alpha,
  });
  return { name, product, learnt: [...learnt, ...shown], asked };
};

const itemOf = ({ name: id, truth }: BoxedPicture, { name }: Subject): Item => ({
  id,
  stratum: `${name}/${truth.length > 0 ? "marked" : "nothing"}`,
});

const versionsOf = (subjects: readonly Subject[]): Record<string, string> => ({
  ...Object.fromEntries(subjects.map(({ name, product }) => [`bank ${name}`, product.bank])),
  ...(subjects[0] && { features: subjects[0].product.model }),
});

/** Every picture, and every good one as a picture with nothing in it. */
const withGood = (pictures: readonly BoxedPicture[]): BoxedPicture[] => {
  const good = pictures.flatMap((picture) => (picture.good ? [{ ...picture.good, truth: [] }] : []));
  return [...pictures, ...new Map(good.map((picture) => [picture.name, picture])).values()];
};

const fileOf = ({ name, path }: BoxedPicture): DataFile => ({ name, path });

/** Half of the pictures with nothing in them are learnt from, no more than so many; the rest is asked. */
const split = (
  name: string,
  pictures: readonly BoxedPicture[],
  { seed }: SuiteContext,
): { learnt: DataFile[]; asked: BoxedPicture[] } => {
  const all = withGood(pictures);
  const empty = shuffled(
    all.filter(({ truth }) => truth.length === 0),
    seededRandom(seed, "good pictures to learn"),
  );
  const learnt = empty.slice(0, Math.min(MOST_LEARNT, Math.ceil(empty.length / 2)));
  if (learnt.length < 2) throw tooFew(name, empty.length);
  const names = new Set(learnt.map(({ name }) => name));
  return {
    learnt: learnt.map(fileOf),
    asked: all.filter(({ name, good }) => !names.has(name) && !(good && names.has(good.name))),
  };
};

const tooFew = (name: string, count: number): GumsaError =>
  new GumsaError(
    "dataset_unreadable",
    `${name} has ${count} pictures without a box, and two are needed to learn from.`,
    { hint: "--product names a registered product in their place" },
  );

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
