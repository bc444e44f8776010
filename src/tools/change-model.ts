import { z } from "zod";
import { ModelChange } from "../domain/model-change.ts";
import { type Product, ProductId } from "../domain/product.ts";
import { GumsaError } from "../errors.ts";
import type { FeatureModel } from "../inference/model-store.ts";
import type { BankRecord, FormerModel } from "../store/store.ts";
import { thresholdOf } from "../vision/patch-memory/conformal.ts";
import { buildProductBank, FEATURE_MODEL } from "./bank-builder.ts";
import type { Bank } from "./bank-keeper.ts";
import { compareVerdicts } from "./compare-verdicts.ts";
import { defineTool, type ToolContext } from "./define-tool.ts";
import { knownProduct } from "./known-product.ts";

export const changeModel = defineTool({
  name: "change_model",
  description:
    "Give a product another feature network: builds banks, thresholds and vectors beside the old ones, compares the recorded verdicts, then switches at once. Without a model it takes the last change back.",
  input: z.object({
    product: ProductId,
    /** Left out: the one before. */
    model: z.string().optional(),
    /** Compares and leaves everything as it is. */
    isTrial: z.boolean().default(false),
  }),
  output: ModelChange,
  async run({ product: id, model: named, isTrial }, context) {
    const { models, store } = context;
    const product = await knownProduct(id, store);
    const former = named === undefined ? await requireFormer(id, context) : undefined;
    const model = await models.features(named ?? former?.model ?? FEATURE_MODEL);
    const banks = await banksOf(product, { model, former }, context);
    const from = await usedBy(product, context);
    const verdicts = await compareVerdicts(product, banks, context);
    const views = await viewChanges(product, banks, context);
    if (!isTrial) await switchTo(product, banks, context);
    return { product: id, from, to: nameOf(model), isSwitched: !isTrial, views, verdicts };
  },
});

const nameOf = ({ card: { name, sha256 } }: FeatureModel) => ({ name, sha256 });

/** By the bank, which stays when its network is gone. */
const usedBy = async (
  { id, views, model }: Product,
  { store }: ToolContext,
): Promise<ModelChange["from"]> => {
  const [view] = views;
  const bank = view === undefined ? undefined : await store.banks.get(id, view);
  return { name: bank?.model ?? model ?? FEATURE_MODEL, sha256: bank?.modelSha256 ?? "" };
};

const requireFormer = async (id: string, { store }: ToolContext): Promise<FormerModel> => {
  const former = await store.productModels.former(id);
  if (former) return former;
  throw new GumsaError("usage_invalid", `The model of ${id} was never changed.`, {
    hint: `gumsa product model ${id} NAME`,
  });
};

const banksOf = async (
  { id, views }: Product,
  { model, former }: { model: FeatureModel; former: FormerModel | undefined },
  context: ToolContext,
): Promise<Bank[]> => {
  const banks: Bank[] = [];
  for (const view of views) {
    const references = await context.store.references.list(id, view);
    const kept = former?.banks.find((bank) => bank.view === view);
    const isOfThese = kept && isBankOf(kept, model, new Set(references.map(({ image }) => image.id)));
    const onProgress = (share: number) => context.onProgress?.("build_bank", share);
    const record =
      isOfThese && (await context.blobs.holds(kept.file))
        ? kept
        : await buildProductBank(
            { product: id, view, references, model: model.card.name },
            { onProgress, signal: context.signal },
            context,
          );
    banks.push({ record, model });
  }
  return banks;
};

/** A bank of before serves again while network and good pictures are the same. */
const isBankOf = (
  { modelSha256, spots }: BankRecord,
  model: FeatureModel,
  images: ReadonlySet<string>,
): boolean =>
  modelSha256 === model.card.sha256 &&
  spots.length === images.size &&
  spots.every(({ image }) => images.has(image));

const viewChanges = async (
  { id, alpha }: Product,
  banks: readonly Bank[],
  { store }: ToolContext,
): Promise<ModelChange["views"]> =>
  Promise.all(
    banks.map(async ({ record: { view, leftOutScores, inputLongEdgePx } }) => {
      const old = await store.banks.get(id, view);
      const thresholdBefore = old && thresholdOf(old.leftOutScores, alpha);
      const threshold = thresholdOf(leftOutScores, alpha);
      return {
        view,
        references: leftOutScores.length,
        inputLongEdgePx,
        ...(thresholdBefore !== undefined && { thresholdBefore }),
        ...(threshold !== undefined && { threshold }),
      };
    }),
  );

const switchTo = async ({ id }: Product, banks: readonly Bank[], context: ToolContext): Promise<void> => {
  const onProgress = (share: number) => context.onProgress?.("describe_pictures", share);
  const vectors = [];
  for (const bank of banks) {
    vectors.push(...(await context.vectors.prepare(bank, { onProgress, signal: context.signal })));
  }
  const model = banks[0]?.model.card.name ?? FEATURE_MODEL;
  await context.store.productModels.switch({
    product: id,
    model,
    banks: banks.map(({ record }) => record),
    vectors,
  });
};
