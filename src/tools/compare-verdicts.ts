// The recorded inspections of a product against banks that are not in the store yet: whose anomaly test would end
// otherwise. Other readers are left out, because only this test can fail a part.
import pMap from "p-map";
import type { Inspection } from "../domain/inspection.ts";
import type { ModelChange } from "../domain/model-change.ts";
import type { Product } from "../domain/product.ts";
import { GumsaError, throwIfCancelled } from "../errors.ts";
import type { Bank } from "./bank-keeper.ts";
import type { ToolContext } from "./define-tool.ts";
import { judged, runNetwork } from "./picture-scorer.ts";

const MOST_COMPARED = 200;

export const compareVerdicts = async (
  product: Product,
  banks: readonly Bank[],
  context: ToolContext,
): Promise<ModelChange["verdicts"]> => {
  const recorded = await context.store.inspections.list({ product: product.id, limit: MOST_COMPARED });
  const tested = recorded.filter(({ evidence }) => evidence.some(({ kind }) => kind === "anomaly"));
  let done = 0;
  const results = await pMap(
    tested,
    async (inspection) => {
      throwIfCancelled(context.signal);
      const pValue = await lowestPValue(inspection, { product, banks, context });
      context.onProgress?.("compare_verdicts", ++done / tested.length);
      return { inspection, pValue };
    },
    { concurrency: context.jobs.size + 1 },
  );
  const changed = results.flatMap(({ inspection, pValue }) => changeOf(inspection, pValue, product));
  const unreadable = results.filter(({ pValue }) => pValue === undefined).length;
  return { compared: results.length - unreadable, unreadable, changed };
};

/** Over the views, as the verdict is made; undefined where a picture is gone. */
const lowestPValue = async (
  { images }: Inspection,
  { product, banks, context }: { product: Product; banks: readonly Bank[]; context: ToolContext },
): Promise<number | undefined> => {
  const pValues: number[] = [];
  for (const { view, image } of images) {
    const bank = banks.find(({ record }) => record.view === view);
    if (!bank) continue;
    try {
      pValues.push(judged(await runNetwork(image.id, bank, context), product, bank).pValue);
    } catch (error) {
      if (error instanceof GumsaError && error.code === "blob_missing") return undefined;
      throw error;
    }
  }
  return pValues.length > 0 ? Math.min(...pValues) : undefined;
};

const changeOf = (
  { id, images, verdict, evidence }: Inspection,
  pValue: number | undefined,
  { alpha }: Product,
): ModelChange["verdicts"]["changed"] => {
  const before = Math.min(...evidence.flatMap((item) => (item.kind === "anomaly" ? [item.pValue] : [])));
  if (pValue === undefined || pValue <= alpha === before <= alpha) return [];
  const fileName = images[0]?.fileName ?? "";
  return [
    {
      inspection: id,
      fileName,
      recorded: verdict.kind,
      isFailed: pValue <= alpha,
      pValueBefore: before,
      pValue,
    },
  ];
};
