// The feature vectors of a product's cases and good pictures. They follow from the pictures, the network and the
// memory bank: what is missing or was made by another recipe is made here, before anyone searches.
import pMap from "p-map";
import type { Case } from "../domain/case.ts";
import type { BlobId } from "../domain/image-ref.ts";
import type { Box } from "../domain/region.ts";
import { throwIfCancelled } from "../errors.ts";
import type { StoredVector, VectorPut, VectorSetKey } from "../store/store.ts";
import { operatorsOf } from "../vision/patch-memory/extract-patches.ts";
import type { Picture } from "../vision/picture.ts";
import { type PartInput, partInput } from "../vision/similarity/crop.ts";
import { embedParts } from "../vision/similarity/embed.ts";
import type { BankBuilderDeps, BuildProgress } from "./bank-builder.ts";
import type { Bank } from "./bank-keeper.ts";
import { networkInput } from "./network-input.ts";

export interface VectorKeeper {
  /** Makes what is missing of the bank's product and view, and drops what describes nothing any more. */
  complete(bank: Bank, progress?: BuildProgress): Promise<void>;
  /** All that `complete` would make, made without the store knowing of it. */
  prepare(bank: Bank, progress?: BuildProgress): Promise<VectorPut[]>;
  /** A part of a picture as a unit vector, for each box. */
  describe(image: BlobId, boxes: readonly Box[], bank: Bank, signal?: AbortSignal): Promise<Float32Array[]>;
}

export const createVectorKeeper = (deps: BankBuilderDeps): VectorKeeper => ({
  async complete(bank, progress = {}) {
    const wanted = await wantedVectors(bank, deps);
    const work = await Promise.all(wanted.map((set) => missingOf(set, bank, deps)));
    const missing = work.flat();
    let done = 0;
    await pMap(
      missing,
      async ({ key, item, image, parts }) => {
        throwIfCancelled(progress.signal);
        const vectors = await embed(image, parts, { bank, deps, signal: progress.signal });
        await deps.store.vectors.put(key, storedVectors(item, parts, vectors, recipeOf(bank)));
        progress.onProgress?.(++done / missing.length);
      },
      { concurrency: deps.jobs.size + 1 },
    );
  },
  async prepare(bank, progress = {}) {
    const wanted = await wantedVectors(bank, deps);
    const work = wanted.flatMap(({ key, items }) => items.map((item) => ({ ...item, key })));
    let done = 0;
    return pMap(
      work,
      async ({ key, item, image, parts }) => {
        throwIfCancelled(progress.signal);
        const numbers = await embed(image, parts, { bank, deps, signal: progress.signal });
        progress.onProgress?.(++done / work.length);
        return { key, vectors: storedVectors(item, parts, numbers, recipeOf(bank)) };
      },
      { concurrency: deps.jobs.size + 1 },
    );
  },
  describe: (image, boxes, bank, signal) => embed(image, boxes, { bank, deps, signal }),
});

/** A box, or null for the whole picture. */
type Part = Box | null;

interface Described {
  readonly item: string;
  readonly image: BlobId;
  readonly parts: readonly Part[];
}

interface WantedSet {
  readonly key: VectorSetKey;
  readonly items: readonly Described[];
}

const FIRST_RECIPE = "mean-of-patches-1";

/** The bank gives the centre from which vectors are seen, so its version is part of the recipe. */
const recipeOf = ({ record, model }: Bank): string => `${FIRST_RECIPE} ${model.card.sha256} ${record.file}`;

const wantedVectors = async ({ record }: Bank, { store }: BankBuilderDeps): Promise<WantedSet[]> => {
  const { product, view, spots } = record;
  const cases = (await store.cases.list(product)).filter((entry) => entry.view === view);
  const references = await store.references.list(product, view);
  return [
    { key: { product, view, set: "cases" }, items: cases.map(describedCase) },
    {
      key: { product, view, set: "good" },
      items: references.map(({ image }) => ({ item: image.id, image: image.id, parts: [null] })),
    },
    {
      key: { product, view, set: "spots" },
      items: spots.map(({ image, box }) => ({ item: image, image, parts: [box] })),
    },
  ];
};

const describedCase = ({ id, image, box }: Case): Described => ({
  item: id,
  image: image.id,
  parts: box ? [null, box] : [null],
});

const missingOf = async (
  { key, items }: WantedSet,
  bank: Bank,
  { store }: BankBuilderDeps,
): Promise<(Described & { readonly key: VectorSetKey })[]> => {
  const kept = await store.vectors.keys(key);
  const names = new Set(items.map(({ item }) => item));
  const orphans = kept.filter(({ item }) => !names.has(item)).map(({ item }) => item);
  if (orphans.length > 0) await store.vectors.drop(key, orphans);
  const recipe = recipeOf(bank);
  const there = new Set(
    kept.filter((entry) => entry.recipe === recipe).map(({ item, part }) => `${part} ${item}`),
  );
  return items
    .filter(({ item, parts }) => parts.some((part) => !there.has(`${nameOf(part)} ${item}`)))
    .map((described) => ({ ...described, key }));
};

const nameOf = (part: Part): string => (part === null ? "whole" : "crop");

const storedVectors = (
  item: string,
  parts: readonly Part[],
  vectors: readonly Float32Array[],
  recipe: string,
): StoredVector[] =>
  parts.flatMap((part, i) => {
    const numbers = vectors[i];
    return numbers ? [{ item, part: nameOf(part), recipe, numbers }] : [];
  });

const embed = async (
  image: BlobId,
  parts: readonly Part[],
  { bank, deps, signal }: { bank: Bank; deps: BankBuilderDeps; signal?: AbortSignal | undefined },
): Promise<Float32Array[]> => {
  if (parts.length === 0) return [];
  const picture = await deps.pictures.decode(image);
  const inputs = await Promise.all(parts.map((part) => inputOf(picture, part, bank)));
  const { record, model } = bank;
  const file = { id: record.file, path: deps.blobs.pathOf(record.file) };
  return deps.jobs.do(
    embedParts,
    { parts: inputs, model, operators: operatorsOf(deps.models), bank: file },
    signal,
  );
};

const inputOf = async (picture: Picture, part: Part, { record, model }: Bank): Promise<PartInput> => {
  if (part !== null) return partInput(picture, part, model.card.input);
  return { input: await networkInput(picture, { model, inputLongEdgePx: record.inputLongEdgePx }) };
};
