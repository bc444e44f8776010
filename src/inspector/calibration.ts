import type {
  CalibratedRate,
  CalibratedView,
  Calibration,
  CalibrationChange,
} from "../domain/calibration.ts";
import type { Inspection } from "../domain/inspection.ts";
import { Alpha, neededReferences, type Product, type View } from "../domain/product.ts";
import { GumsaError } from "../errors.ts";
import { knownProduct } from "../tools/known-product.ts";
import { falseAlarmBound, thresholdOf } from "../vision/patch-memory/conformal.ts";
import type { Parts } from "./parts.ts";

/** Shown beside the product's own rate. */
const SHOWN_RATES = [0.01, 0.02, 0.05, 0.1, 0.2] as const;
const MOST_COMPARED = 1000;

/** Throws `product_unknown`. */
export const calibrationOf = async (id: string, { store }: Parts): Promise<Calibration> =>
  describe(await knownProduct(id, store), store);

/**
 * With another rate of false alarms thresholds move at once: they are ranks among scores that are kept. Throws
 * `product_unknown`, `usage_invalid`.
 */
export const calibrate = async (
  id: string,
  { alpha, isTrial = false }: { readonly alpha: number; readonly isTrial?: boolean },
  { store }: Parts,
): Promise<CalibrationChange> => {
  if (!Alpha.safeParse(alpha).success) {
    throw new GumsaError(
      "usage_invalid",
      `A rate of false alarms lies between 0 and 0.5; ${alpha} does not.`,
    );
  }
  const before = await knownProduct(id, store);
  const inspections = await store.inspections.list({ product: id, limit: MOST_COMPARED });
  const tested = inspections.flatMap((inspection) => testOf(inspection));
  const product = isTrial ? { ...before, alpha } : await store.products.change(id, { alpha });
  return {
    alphaBefore: before.alpha,
    isChanged: !isTrial && alpha !== before.alpha,
    calibration: await describe(product, store),
    verdicts: {
      compared: tested.length,
      changed: tested
        .filter(({ pValue, alphaThen }) => pValue <= alphaThen !== pValue <= alpha)
        .map(({ inspection: { id: name, images, verdict }, pValue }) => ({
          inspection: name,
          fileName: images[0]?.fileName ?? "",
          recorded: verdict.kind,
          isFailed: pValue <= alpha,
          pValue,
        })),
    },
  };
};

/** The anomaly test as it was recorded, over the views. */
const testOf = (inspection: Inspection) => {
  const tests = inspection.evidence.flatMap((item) => (item.kind === "anomaly" ? [item] : []));
  const [first] = tests.toSorted((a, b) => a.pValue - b.pValue);
  return first ? [{ inspection, pValue: first.pValue, alphaThen: first.alpha }] : [];
};

const describe = async (product: Product, store: Parts["store"]): Promise<Calibration> => {
  const views = await Promise.all(product.views.map((view) => viewOf(product, view, store)));
  return { product: product.id, alpha: product.alpha, views: views.flat() };
};

/** None for a view whose bank is not built. */
const viewOf = async (product: Product, view: View, store: Parts["store"]): Promise<CalibratedView[]> => {
  const bank = await store.banks.get(product.id, view);
  if (!bank) return [];
  const references = await store.references.list(product.id, view);
  const fileNames = new Map(references.map(({ image, fileName }) => [image.id, fileName]));
  const { leftOutScores, spots, file, model, modelSha256, inputLongEdgePx } = bank;
  return [
    {
      view,
      bank: file,
      model: { name: model, sha256: modelSha256 },
      inputLongEdgePx,
      good: spots
        .map(({ image, box }, i) => ({
          image,
          fileName: fileNames.get(image) ?? image,
          distance: leftOutScores[i] ?? 0,
          box,
        }))
        .toSorted((a, b) => b.distance - a.distance),
      current: rateOf(product.alpha, leftOutScores),
      rates: SHOWN_RATES.map((alpha) => rateOf(alpha, leftOutScores)),
    },
  ];
};

const rateOf = (alpha: number, leftOutScores: readonly number[]): CalibratedRate => {
  const threshold = thresholdOf(leftOutScores, alpha);
  const bound = falseAlarmBound(alpha, leftOutScores.length);
  return {
    alpha,
    ...(threshold !== undefined && { threshold }),
    ...(bound !== undefined && { falseAlarmBound: bound }),
    neededReferences: neededReferences(alpha),
  };
};
