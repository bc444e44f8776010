// The grounder that is always there: patches of a product's known defects by type, and what its good pictures score
// against them. Both follow from cases, good pictures and bank; they are kept and made again when one of these changed.
import { createHash } from "node:crypto";
import pMap from "p-map";
import type { Case } from "../domain/case.ts";
import { CASES } from "../domain/grounding.ts";
import type { BlobId } from "../domain/image-ref.ts";
import type { Tensor } from "../inference/session.ts";
import type { GrounderKey, GrounderRecord } from "../store/grounders.ts";
import { cutDefectPatches } from "../vision/grounding/defect-patches.ts";
import { scoreGoodPart } from "../vision/grounding/score-types.ts";
import { scaledBox } from "../vision/input-size.ts";
import { type DistanceMap, decodeMaps } from "../vision/patch-memory/distance-map.ts";
import { operatorsOf } from "../vision/patch-memory/extract-patches.ts";
import { encodeTensors } from "../vision/patch-memory/tensor-file.ts";
import { joinRows } from "../vision/patch-memory/union.ts";
import type { BankBuilderDeps } from "./bank-builder.ts";
import type { Bank } from "./bank-keeper.ts";
import { networkInput } from "./network-input.ts";

export interface CaseGrounder {
  /** Undefined where no case of the view has a place on its picture. */
  of(bank: Bank, onProgress?: (share: number) => void): Promise<GrounderRecord | undefined>;
}

const FIRST_RECIPE = "defect-patches-2";

type Placed = Case & { readonly box: NonNullable<Case["box"]> };

export const createCaseGrounder = (deps: BankBuilderDeps): CaseGrounder => {
  const making = new Map<string, Promise<GrounderRecord>>();
  return {
    async of(bank, onProgress = () => undefined) {
      const { product, view } = bank.record;
      const cases = (await deps.store.cases.list(product)).filter(
        (entry): entry is Placed => entry.view === view && entry.box !== undefined,
      );
      if (cases.length === 0) return undefined;
      const key: GrounderKey = { product, view, grounder: CASES };
      const recipe = recipeOf(bank, cases);
      const kept = await deps.store.grounders.get(key);
      if (kept?.file && kept.recipe === recipe && (await deps.blobs.holds(kept.file))) return kept;
      const made = making.get(recipe) ?? make(bank, cases, { recipe, onProgress, deps });
      making.set(recipe, made);
      try {
        const record = await made;
        await deps.store.grounders.put(key, record);
        return record;
      } finally {
        making.delete(recipe);
      }
    },
  };
};

const recipeOf = ({ record }: Bank, cases: readonly Placed[]): string => {
  const facts = cases.map(({ type, image, box }) => [type, image.id, box]);
  const hash = createHash("sha256").update(JSON.stringify([record.file, record.leftOutMaps, facts]));
  return `${FIRST_RECIPE} ${hash.digest("hex")}`;
};

interface Making {
  readonly recipe: string;
  readonly onProgress: (share: number) => void;
  readonly deps: BankBuilderDeps;
}

const make = async (
  bank: Bank,
  cases: readonly Placed[],
  { recipe, onProgress, deps }: Making,
): Promise<GrounderRecord> => {
  const total = cases.length + bank.record.spots.length;
  let done = 0;
  const cut = await pMap(
    cases,
    async (entry) => {
      const patches = await patchesOf(entry, bank, deps);
      onProgress(++done / total);
      return { type: entry.type, patches };
    },
    { concurrency: deps.jobs.size + 1 },
  );
  const file = await deps.blobs.put(encodeTensors(byType(cut)));
  const highest = await highestOnGood({ bank, file, tick: () => onProgress(++done / total) }, deps);
  const types = [...new Set(cases.map(({ type }) => type))];
  const good = types.map((type) => [
    type,
    highest.map((scores) => scores.find((entry) => entry.type === type)?.highest ?? 0),
  ]);
  const largest = types.map((type) => [type, largestOf(cases.filter((entry) => entry.type === type))]);
  return { recipe, file, largest: Object.fromEntries(largest), good: Object.fromEntries(good) };
};

const largestOf = (cases: readonly Placed[]): number =>
  Math.max(...cases.map(({ box, image }) => (box.width * box.height) / (image.widthPx * image.heightPx)));

/** Of each good picture, its own map being that against the bank without it. */
const highestOnGood = async (
  { bank, file, tick }: { bank: Bank; file: BlobId; tick: () => void },
  deps: BankBuilderDeps,
): Promise<{ type: string; highest: number }[][]> => {
  const maps = await leftOutMaps(bank, deps);
  const operators = operatorsOf(deps.models);
  const defects = { id: file, path: deps.blobs.pathOf(file) };
  return pMap(
    [...maps],
    async ([image, good]) => {
      const input = await networkInput(await deps.pictures.decode(image), inputScale(bank));
      const scores = await deps.jobs.do(scoreGoodPart, {
        input,
        model: bank.model,
        operators,
        good,
        defects,
      });
      tick();
      return scores;
    },
    { concurrency: deps.jobs.size + 1 },
  );
};

const leftOutMaps = async (
  { record }: Bank,
  { blobs }: BankBuilderDeps,
): Promise<ReadonlyMap<BlobId, DistanceMap>> => {
  const maps = record.leftOutMaps ? decodeMaps(await blobs.get(record.leftOutMaps)) : new Map();
  return maps as ReadonlyMap<BlobId, DistanceMap>; // named by the ids of the good pictures when the bank was built
};

const inputScale = ({ record: { inputLongEdgePx }, model }: Bank) => ({ model, inputLongEdgePx });

const patchesOf = async ({ image, box }: Placed, bank: Bank, deps: BankBuilderDeps): Promise<Tensor> => {
  const picture = await deps.pictures.decode(image.id);
  const input = await networkInput(picture, inputScale(bank));
  const { file } = bank.record;
  return deps.jobs.do(cutDefectPatches, {
    input,
    box: scaledBox(box, picture, input),
    model: bank.model,
    operators: operatorsOf(deps.models),
    bank: { id: file, path: deps.blobs.pathOf(file) },
  });
};

const byType = (cut: readonly { type: string; patches: Tensor }[]): Record<string, Tensor> => {
  const types = [...new Set(cut.map(({ type }) => type))];
  return Object.fromEntries(
    types.map((type) => [
      type,
      joinRows(cut.filter((one) => one.type === type).map(({ patches }) => patches)),
    ]),
  );
};
