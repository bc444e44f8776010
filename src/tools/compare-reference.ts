import { z } from "zod";
import { ReferenceEvidence } from "../domain/evidence.ts";
import { BlobId } from "../domain/image-ref.ts";
import { ProductId, View } from "../domain/product.ts";
import type { Reference } from "../domain/reference.ts";
import { Region } from "../domain/region.ts";
import { GumsaError } from "../errors.ts";
import type { Size } from "../vision/input-size.ts";
import { pValueOf, thresholdOf } from "../vision/patch-memory/conformal.ts";
import { encodeTensors } from "../vision/patch-memory/tensor-file.ts";
import {
  type Comparison,
  comparePictures,
  comparisonOperatorsOf,
  type Misfit,
  toCompare,
} from "../vision/reference/compare-pictures.ts";
import { SMOOTHING_SIGMA_PX } from "../vision/reference/difference-map.ts";
import { differenceRegions } from "../vision/reference/difference-regions.ts";
import { SSIM_SETTINGS } from "../vision/reference/ssim-map.ts";
import { defineTool, type ToolContext } from "./define-tool.ts";

export const ReferenceFinding = ReferenceEvidence.omit({ id: true, kind: true, choice: true }).extend({
  /** Where the difference lies beyond what good pictures differ by; strongest first. */
  regions: z.array(Region.omit({ supportedBy: true, label: true })),
});
export type ReferenceFinding = z.infer<typeof ReferenceFinding>;

export const compareReference = defineTool({
  name: "compare_reference",
  description:
    "Lay a good picture of the same product over a picture and tell where they differ (SSIM). Without a reference the first good picture is taken. Says why when the two do not fit.",
  input: z.object({ image: BlobId, product: ProductId, view: View, reference: BlobId.optional() }),
  output: z.union([ReferenceFinding, z.object({ skipped: z.string() })]),
  async run({ image, product: id, view, reference: asked }, context) {
    const { banks, blobs, jobs, models, pictures, store, signal } = context;
    const product = await store.products.get(id);
    const bank = await banks.of(id, view, signal);
    if (!product || !bank) throw withoutGood(id, view);
    const good = await referenceOf({ image, product: id, view, asked }, context);
    if (!good) return { skipped: "there is no other good picture to compare with" };
    const [picture, reference] = await Promise.all([
      pictures.decode(image).then(toCompare),
      pictures.decode(good.image, good.fileName).then(toCompare),
    ]);
    const task = { picture, reference, operators: comparisonOperatorsOf(models) };
    const comparison = await jobs.do(comparePictures, task, signal);
    if ("misfit" in comparison) return { skipped: MISFITS[comparison.misfit] };
    return {
      ...good,
      ...measuredBy(comparison),
      ...weighed(comparison, {
        scores: bank.record.referenceScores,
        alpha: product.alpha,
        source: picture.source,
      }),
      ssim: {
        ...SSIM_SETTINGS,
        smoothingPx: SMOOTHING_SIGMA_PX,
        widthPx: picture.widthPx,
        heightPx: picture.heightPx,
      },
      map: await blobs.put(encodeMap(comparison)),
    };
  },
});

const MISFITS: Readonly<Record<Misfit, string>> = {
  edges_disagree: "the reference cannot be laid over this picture: their edges agree too little",
  little_overlap: "the reference cannot be laid over this picture: they overlap too little",
};

/** The one asked for, or the first good picture by hash that is not the inspected picture itself. */
const referenceOf = async (
  { image, product, view, asked }: { image: BlobId; product: string; view: View; asked: BlobId | undefined },
  { store }: ToolContext,
): Promise<{ image: BlobId; fileName: string } | undefined> => {
  const known = await store.references.list(product, view);
  const named = (id: BlobId) => ({ image: id, fileName: fileNameOf(known, id) });
  if (asked !== undefined) return named(asked);
  const [first] = known
    .map((reference) => reference.image.id)
    .filter((id) => id !== image)
    .sort();
  return first === undefined ? undefined : named(first);
};

/** A picture that is no good picture of the product (a case, say) is called by its hash. */
const fileNameOf = (known: readonly Reference[], id: BlobId): string =>
  known.find((reference) => reference.image.id === id)?.fileName ?? id;

const measuredBy = ({ pose, score, covered, meanSsim, maximum }: Comparison) => ({
  alignment: {
    dxPx: rounded(pose.dxPx, 2),
    dyPx: rounded(pose.dyPx, 2),
    rotationDegrees: rounded(pose.rotationDegrees, 3),
    scale: rounded(pose.scale, 4),
    score,
    covered,
  },
  meanSsim,
  distance: maximum,
});

/** Against what good pictures differ by from their nearest; without any such pair nothing is suspicious. */
const weighed = (
  comparison: Comparison,
  { scores, alpha, source }: { scores: readonly number[]; alpha: number; source: Size },
) => {
  const threshold = thresholdOf(scores, alpha);
  const limit = threshold ?? Math.max(...scores);
  return {
    ...(threshold !== undefined && { threshold }),
    pValue: pValueOf(comparison.maximum, scores),
    alpha,
    references: scores.length,
    regions: (scores.length === 0 ? [] : differenceRegions(comparison, limit, source)).map((region) => ({
      ...region,
      pValue: pValueOf(region.distance, scores),
    })),
  };
};

/** To what the registration can tell. */
const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

const encodeMap = ({ distances, rows, columns }: Comparison): Uint8Array =>
  encodeTensors({ distances: { data: distances, dims: [rows, columns] } });

const withoutGood = (product: string, view: string): GumsaError =>
  new GumsaError("product_unknown", `${product} has no good pictures of the view ${view}.`, {
    hint: `gumsa product add ${product} --good DIR`,
  });
