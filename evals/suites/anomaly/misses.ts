// The pictures that the detector is most wrong about, with its own view of them drawn over.
import { DEFAULT_VIEW } from "../../../src/domain/product.ts";
import type { SuiteContext } from "../../context.ts";
import type { Gallery } from "../../section.ts";
import { thumbnail } from "../thumbnail.ts";
import { isFailed, isGood, type MeasuredAnomaly, relativeScore } from "./result.ts";

const MOST_MISSES = 8;
const MOST_FALSE_ALARMS = 4;

/** Bad pictures that passed, the least suspicious first. */
export const missGallery = (
  measured: readonly MeasuredAnomaly[],
  context: SuiteContext,
): Promise<Gallery> => {
  const missed = measured.filter((one) => !isGood(one) && !isFailed(one));
  const worst = missed.toSorted((a, b) => relativeScore(a) - relativeScore(b)).slice(0, MOST_MISSES);
  const title = {
    ko: `놓친 불량 ${missed.length}개 가운데 가장 덜 의심한 ${worst.length}개`,
    en: `defects missed: ${missed.length}; the ${worst.length} least suspected`,
  };
  return galleryOf(worst, title, context);
};

/** Good pictures that failed, the most suspicious first. */
export const falseAlarmGallery = (
  measured: readonly MeasuredAnomaly[],
  context: SuiteContext,
): Promise<Gallery> => {
  const alarmed = measured.filter((one) => isGood(one) && isFailed(one));
  const worst = alarmed.toSorted((a, b) => relativeScore(b) - relativeScore(a)).slice(0, MOST_FALSE_ALARMS);
  const title = {
    ko: `오경보 ${alarmed.length}개 가운데 가장 의심한 ${worst.length}개`,
    en: `false alarms: ${alarmed.length}; the ${worst.length} most suspected`,
  };
  return galleryOf(worst, title, context);
};

const galleryOf = async (
  worst: readonly MeasuredAnomaly[],
  title: Gallery["title"],
  context: SuiteContext,
): Promise<Gallery> => {
  const pictures: Gallery["pictures"][number][] = [];
  for (const one of worst) pictures.push({ caption: captionOf(one), png: await overlayOf(one, context) });
  return { kind: "gallery", title, pictures };
};

const captionOf = (one: MeasuredAnomaly): string =>
  `${one.id} (${one.result.type}): ${relativeScore(one).toFixed(2)} × threshold, p ${one.result.pValue.toFixed(3)}`;

const overlayOf = async ({ result }: MeasuredAnomaly, { inspector }: SuiteContext): Promise<Uint8Array> => {
  const { image, threshold, productId: product } = result;
  const { map, regions } = await inspector.tool("detectAnomaly", { image, product, view: DEFAULT_VIEW });
  const boxes = regions.map(({ x, y, width, height }) => ({ x, y, width, height }));
  const { overlay } = await inspector.tool("drawFinding", {
    image,
    finding: { map, threshold, regions: boxes },
  });
  return thumbnail(await inspector.blobs.get(overlay));
};
