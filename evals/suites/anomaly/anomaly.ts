// How well the memory bank tells defects from good parts, on pictures and on pixels, and whether it fails good parts
// as rarely as it promises.
import { DEFAULT_VIEW } from "../../../src/domain/product.ts";
import { decodeTensor } from "../../../src/vision/patch-memory/tensor-file.ts";
import type { SuiteContext } from "../../context.ts";
import { GOOD } from "../../datasets/labelled-picture.ts";
import { readMask } from "../../datasets/mask-pixels.ts";
import { enlarge, type SampledMap } from "../../metrics/enlarge.ts";
import { histogramOf } from "../../metrics/score-histogram.ts";
import { defineSuite } from "../../suite.ts";
import { LABELLED_FLAGS, LabelledOptions } from "../labelled-flags.ts";
import { type LabelledItem, openLabelledSet, storedTestPicture } from "../labelled-set.ts";
import { ANOMALY_FIGURES } from "./figures.ts";
import { packed } from "./pixels.ts";
import { AnomalyResult } from "./result.ts";
import { scoreAnomaly } from "./score.ts";
import { anomalySections } from "./sections.ts";

export const anomaly = defineSuite({
  name: "anomaly",
  describes: {
    ko: "이상 탐지: 사진과 픽셀의 AUROC, AUPRO, 약속한 오경보율과 실제 오경보율",
    en: "anomaly detection: AUROC of pictures and pixels, AUPRO, false alarms as promised and as observed",
  },
  flags: LABELLED_FLAGS,
  options: LabelledOptions,
  result: AnomalyResult,
  figures: ANOMALY_FIGURES,
  async open(options, context) {
    const set = await openLabelledSet(options, context);
    return {
      ...set,
      measure: async ({ id }) => ({
        ...(await measure(set.find(id), options, context)),
        isOneOfMany: set.isFolder,
      }),
      sections: async (measured) => [...set.warnings, ...(await anomalySections(measured, context))],
    };
  },
  score: (measured, { isDrawn } = { isDrawn: false }) =>
    scoreAnomaly(measured, { isDrawn, isFolder: measured.some(({ result }) => result.isOneOfMany) }),
});

const measure = async (
  item: LabelledItem,
  options: LabelledOptions,
  context: SuiteContext,
): Promise<Omit<AnomalyResult, "isOneOfMany">> => {
  const { inspector } = context;
  const start = performance.now();
  const { id: image, widthPx, heightPx } = await storedTestPicture(item, context);
  const finding = await inspector.tool("detectAnomaly", {
    image,
    product: item.product.id,
    view: DEFAULT_VIEW,
  });
  const durationMs = performance.now() - start;
  const map = mapOf(await inspector.blobs.get(finding.map));
  const pixels = await pixelsOf(item, map, { options, widthPx, heightPx });
  return {
    product: item.name,
    productId: item.product.id,
    type: item.picture.type,
    score: finding.distance,
    pValue: finding.pValue,
    alpha: finding.alpha,
    threshold: finding.threshold ?? finding.highestGood,
    durationMs,
    image,
    ...(pixels !== undefined && { pixels }),
  };
};

const mapOf = (bytes: Uint8Array): SampledMap => {
  const { data, dims } = decodeTensor(bytes, "distances");
  const [rows = 0, columns = 0] = dims;
  return { rows, columns, distances: data };
};

/** Every pixel of a good picture is good; a bad one without a mask says nothing about pixels. */
const pixelsOf = async (
  { picture }: LabelledItem,
  map: SampledMap,
  { options, ...size }: { options: LabelledOptions; widthPx: number; heightPx: number },
): Promise<string | undefined> => {
  if (picture.type === GOOD) return packed(histogramOf({ ...size, scores: enlarge(map, size) }));
  if (!picture.mask) return undefined;
  const marked = await readMask(picture.mask, { isBlackDefect: options.blackIsDefect, size });
  return packed(histogramOf({ ...marked, scores: enlarge(map, marked) }));
};
