// Does the comparison with a good picture find what people have marked? Pairs of a good and a tested picture are laid
// over each other by the tool that inspections use.

import { z } from "zod";
import { DEFAULT_VIEW } from "../../../src/domain/product.ts";
import type { DistanceMap } from "../../../src/vision/patch-memory/distance-map.ts";
import { decodeTensor } from "../../../src/vision/patch-memory/tensor-file.ts";
import type { SuiteContext } from "../../context.ts";
import { GOOD } from "../../datasets/labelled-picture.ts";
import { readMask } from "../../datasets/mask-pixels.ts";
import { type ReferencePair, readReferencePairs } from "../../datasets/reference-pairs.ts";
import { seededRandom, shuffled } from "../../metrics/random.ts";
import { boxesOfRegions } from "../../metrics/regions.ts";
import { defineSuite } from "../../suite.ts";
import { type BuiltProduct, borrowedProduct, buildProduct, storePicture } from "../built-product.ts";
import { countRegions, pixelsAtThresholds, regionsAtThresholds, type Truth } from "./compared-pair.ts";
import { REFERENCE_FIGURES, ReferenceResult, scoreReference } from "./score.ts";
import { referenceSections } from "./sections.ts";

/** Good pictures to register the product of: what they differ by is the tool's own null. */
const MOST_LEARNT = 20;

export const reference = defineSuite({
  name: "reference",
  describes: {
    ko: "기준 사진 비교: 표시된 영역의 재현율과 정밀도, 픽셀 F1",
    en: "comparison with a good picture: recall and precision of marked regions, pixel F1",
  },
  flags: [
    {
      flags: "--data <folder>",
      describes: {
        ko: "양품과 검사 사진의 쌍: good/, tested/와 masks/ 또는 annotations/, 또는 DeepPCB",
        en: "pairs of a good and a tested picture: good/, tested/ and masks/ or annotations/, or DeepPCB",
      },
    },
    {
      flags: "--product <id>",
      describes: {
        ko: "양품 사진 대신 이 등록된 제품의 기준으로 판정",
        en: "judge by this registered product's null in place of the pairs' good pictures",
      },
    },
    {
      flags: "--iou <share>",
      describes: {
        ko: "같은 영역으로 보는 최소 IoU (기본값: 0.3)",
        en: "overlap from which two regions are the same (default: 0.3)",
      },
    },
    {
      flags: "--black-is-defect",
      describes: { ko: "마스크에서 검은색이 불량", en: "black marks the defect in the masks, not white" },
    },
  ],
  options: z.strictObject({
    data: z.string(),
    product: z.string().optional(),
    iou: z.coerce.number().gt(0).lt(1).default(0.3),
    blackIsDefect: z.boolean().default(false),
  }),
  result: ReferenceResult,
  figures: REFERENCE_FIGURES,
  draws: 500,
  async open({ data, product: borrowed, iou, blackIsDefect }, context) {
    const { name, pairs, files } = await readReferencePairs(data);
    const product =
      borrowed === undefined ? await learnt(name, pairs, context) : await borrowedProduct(borrowed, context);
    const marked = pairs.filter(({ boxes, mask }) => boxes !== undefined || mask !== undefined);
    const byName = new Map(marked.map((pair, i) => [pair.tested.name, { pair, half: i % 2 }]));
    return {
      dataset: name,
      files,
      items: marked.map(({ tested }) => ({ id: tested.name })),
      versions: { bank: product.bank, features: product.model },
      measure: async ({ id }) => {
        const found = byName.get(id);
        if (!found) throw new TypeError(`${id} is no picture of this data set`);
        return compare(found, { product, iouAtLeast: iou, isBlackDefect: blackIsDefect, context });
      },
      sections: async (measured) => referenceSections(measured),
    };
  },
  score: scoreReference,
});

const learnt = (
  name: string,
  pairs: readonly ReferencePair[],
  context: SuiteContext,
): Promise<BuiltProduct> => {
  const good = shuffled(pairs, seededRandom(context.seed, "good pictures to learn")).slice(0, MOST_LEARNT);
  return buildProduct({ name, train: good.map((pair) => ({ ...pair.good, type: GOOD })), test: [] }, context);
};

interface Comparing {
  readonly product: BuiltProduct;
  readonly iouAtLeast: number;
  readonly isBlackDefect: boolean;
  readonly context: SuiteContext;
}

const compare = async (
  { pair, half }: { pair: ReferencePair; half: number },
  { product, iouAtLeast, isBlackDefect, context }: Comparing,
): Promise<ReferenceResult> => {
  const { inspector, signal } = context;
  const [tested, good] = [await storePicture(pair.tested, context), await storePicture(pair.good, context)];
  const question = { image: tested.id, product: product.id, view: DEFAULT_VIEW, reference: good.id };
  const finding = await inspector.tool("compareReference", question, { signal });
  if ("skipped" in finding) return { skipped: finding.skipped };
  const truth = await truthOf(pair, { ...tested, isBlackDefect });
  const map = mapOf(await inspector.blobs.get(finding.map));
  return {
    half,
    own: countRegions(finding.regions, { boxes: truth.boxes, iouAtLeast }),
    regions: regionsAtThresholds(map, { truth, iouAtLeast }),
    pixels: pixelsAtThresholds(map, truth),
  };
};

/** Regions of a mask are its connected parts; pixels of boxes are all that lie in them. */
const truthOf = async (
  { boxes = [], mask }: ReferencePair,
  { widthPx, heightPx, isBlackDefect }: { widthPx: number; heightPx: number; isBlackDefect: boolean },
): Promise<Truth> => {
  const size = { widthPx, heightPx };
  if (mask) {
    const marked = await readMask(mask, { isBlackDefect, size });
    return { ...marked, boxes: boxesOfRegions(marked.mask, marked) };
  }
  const filled = new Uint8Array(widthPx * heightPx);
  for (const { box } of boxes) {
    const [right, bottom] = [Math.min(widthPx, box.x + box.width), Math.min(heightPx, box.y + box.height)];
    for (let y = Math.floor(box.y); y < bottom; y++)
      filled.fill(1, y * widthPx + Math.floor(box.x), y * widthPx + right);
  }
  return { ...size, mask: filled, boxes: boxes.map(({ box }) => box) };
};

const mapOf = (bytes: Uint8Array): DistanceMap => {
  const { data, dims } = decodeTensor(bytes, "distances");
  const [rows = 0, columns = 0] = dims;
  return {
    rows,
    columns,
    distances: data,
    maximum: data.reduce((highest, value) => Math.max(highest, value), 0),
  };
};
