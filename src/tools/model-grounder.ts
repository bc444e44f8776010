// Boxes by a model of pictures and words, or by a detector of fixed words. How high it scores on nothing differs from
// model to model and word to word, so the product's good pictures are asked the same question first.
import { createHash } from "node:crypto";
import pMap from "p-map";
import type { FolderModel } from "../inference/model-store.ts";
import type { GrounderRecord } from "../store/grounders.ts";
import { findBoxes } from "../vision/boxes/find-boxes.ts";
import type { FoundBoxes } from "../vision/boxes/found-box.ts";
import type { Picture } from "../vision/picture.ts";
import type { Bank } from "./bank-keeper.ts";
import type { ToolContext } from "./define-tool.ts";

interface Asking {
  readonly model: FolderModel<"boxes">;
  readonly phrases: readonly string[];
  readonly context: ToolContext;
}

/** Lower scores are noise of every model. */
const LEAST_SCORE = 0.02;
const FIRST_RECIPE = "boxes-1";

export const askModel = (picture: Picture, { model, phrases, context }: Asking): Promise<FoundBoxes> =>
  context.jobs.do(findBoxes, { picture, phrases, threshold: LEAST_SCORE, model }, context.signal);

/** What the product's good pictures score, kept for this model and these phrases asked together. */
export const modelOnGood = async (bank: Bank, asking: Asking): Promise<GrounderRecord> => {
  const { model, phrases, context } = asking;
  const { product, view, file } = bank.record;
  const hash = createHash("sha256").update(JSON.stringify(phrases)).digest("hex").slice(0, 16);
  const key = { product, view, grounder: `${model.card.name} ${hash}` };
  const recipe = `${FIRST_RECIPE} ${model.sha256} ${file}`;
  const kept = await context.store.grounders.get(key);
  if (kept?.recipe === recipe) return kept;
  const good = await highestScores(bank, asking);
  await context.store.grounders.put(key, { recipe, good });
  return { recipe, good };
};

const highestScores = async (bank: Bank, asking: Asking): Promise<GrounderRecord["good"]> => {
  const { phrases, context } = asking;
  const { product, view } = bank.record;
  const references = await context.store.references.list(product, view);
  let done = 0;
  const found = await pMap(
    references,
    async ({ image, fileName }) => {
      const { boxes } = await askModel(await context.pictures.decode(image.id, fileName), asking);
      context.onProgress?.("describe_pictures", ++done / references.length);
      return boxes;
    },
    { concurrency: context.jobs.size + 1 },
  );
  const highest = (phrase: string): number[] =>
    found.map((boxes) => Math.max(0, ...boxes.flatMap((box) => (box.phrase === phrase ? [box.score] : []))));
  return Object.fromEntries(phrases.map((phrase) => [phrase, highest(phrase)]));
};
