import pMap from "p-map";
import { z } from "zod";
import type { Case } from "../domain/case.ts";
import { FoundCases } from "../domain/found-cases.ts";
import { ProductId } from "../domain/product.ts";
import type { FolderModel } from "../inference/model-store.ts";
import type { VectorSetKey } from "../store/store.ts";
import { pictureOfPart } from "../vision/similarity/crop.ts";
import { embedPictures, embedWords } from "../vision/words/embed.ts";
import { defineTool, type ToolContext } from "./define-tool.ts";
import { knownProduct } from "./known-product.ts";
import { readWords } from "./read-words.ts";

export const searchCases = defineTool({
  name: "search_cases",
  description:
    "Find known defect cases by words: by the names of defect types, and by what the pictures show where a model of pictures and words is there.",
  input: z.object({
    product: ProductId,
    words: z.string().trim().min(1),
    count: z.int().min(1).max(50).default(5),
  }),
  output: FoundCases,
  async run({ product: id, words, count }, context) {
    const { store, models } = context;
    const product = await knownProduct(id, store);
    const read = readWords(words, product.types);
    const cases = await store.cases.list(id);
    const model = await models.firstOf("image-text");
    const similarities = model ? await similaritiesTo(read.english, cases, { model, context }) : new Map();
    const found = cases.map((entry) => {
      const similarity: number | undefined = similarities.get(entry.id);
      const isOfNamedType = read.types.includes(entry.type);
      return { ...entry, isOfNamedType, ...(similarity !== undefined && { similarity }) };
    });
    const ranked = found
      .filter(({ isOfNamedType, similarity }) => isOfNamedType || similarity !== undefined)
      .toSorted((one, other) => rankOf(other) - rankOf(one));
    return {
      types: read.types,
      unused: model ? read.foreign : [...read.foreign, ...read.rest],
      model: model?.card.name ?? null,
      cases: ranked.slice(0, count),
    };
  },
});

/** Cases of a named type come first; within them what the picture shows decides. */
const rankOf = ({ isOfNamedType, similarity = 0 }: { isOfNamedType: boolean; similarity?: number }): number =>
  Number(isOfNamedType) + similarity;

interface Searching {
  readonly model: FolderModel<"image-text">;
  readonly context: ToolContext;
}

/** By the case's id. Nothing to ask in English: nothing found. */
const similaritiesTo = async (
  english: string,
  cases: readonly Case[],
  { model, context }: Searching,
): Promise<ReadonlyMap<string, number>> => {
  if (english === "" || cases.length === 0) return new Map();
  const text = `a photo of ${english}`;
  const { vector } = await context.jobs.do(embedWords, { text, model }, context.signal);
  const found = new Map<string, number>();
  for (const view of new Set(cases.map((entry) => entry.view))) {
    const key: VectorSetKey = { product: cases[0]?.product ?? "", view, set: "words" };
    await completeWords(key, cases, { model, context });
    for (const { item, similarity } of await context.store.vectors.nearest(key, vector, cases.length))
      found.set(item, similarity);
  }
  return found;
};

const FIRST_RECIPE = "image-text-1";

/** Makes what is missing, and drops what describes no case any more. */
const completeWords = async (
  key: VectorSetKey,
  cases: readonly Case[],
  { model, context }: Searching,
): Promise<void> => {
  const { store, jobs, pictures, signal } = context;
  const recipe = `${FIRST_RECIPE} ${model.sha256}`;
  const kept = await store.vectors.keys(key);
  const own = cases.filter(({ view }) => view === key.view);
  const orphans = kept.map(({ item }) => item).filter((item) => !own.some(({ id }) => id === item));
  if (orphans.length > 0) await store.vectors.drop(key, orphans);
  const there = new Set(kept.filter((entry) => entry.recipe === recipe).map(({ item }) => item));
  const missing = own.filter(({ id }) => !there.has(id));
  let done = 0;
  await pMap(
    missing,
    async ({ id, image, box }) => {
      const picture = await pictures.decode(image.id);
      const part = box ? pictureOfPart(picture, box) : picture;
      const [numbers] = await jobs.do(embedPictures, { pictures: [part], model }, signal);
      if (numbers) await store.vectors.put(key, [{ item: id, part: "crop", recipe, numbers }]);
      context.onProgress?.("describe_pictures", ++done / missing.length);
    },
    { concurrency: jobs.size + 1 },
  );
};
