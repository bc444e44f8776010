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
    const product = await knownProduct(id, context.store);
    const made = await madeBefore(product, context);
    const { name, before, kept } = made ?? (await planned(product, named, context));
    const model = await context.models.features(name);
    const banks = await banksOf(product, { model, kept }, context);
    const from = usedBy(product, before);
    const verdicts = await compareVerdicts(product, banks, context);
    const views = viewChanges(product, before, banks);
    if (!isTrial && !made) await switchTo(product, banks, context);
    return { product: id, from, to: nameOf(model), isSwitched: !isTrial, views, verdicts };
  },
});

interface Plan {
  /** The network that it takes. */
  readonly name: string;
  readonly before: readonly BankRecord[];
  /** Banks that may serve as they are. */
  readonly kept: readonly BankRecord[];
}

const planned = async (product: Product, named: string | undefined, context: ToolContext): Promise<Plan> => {
  const before = await banksInUse(product, context);
  if (named !== undefined) return { name: named, before, kept: [] };
  const { model, banks } = await requireFormer(product.id, context);
  return { name: model, before, kept: banks };
};

/** What an earlier run of the same job switched before it was cut off: to go back "once more" would undo it. */
const madeBefore = async (product: Product, context: ToolContext): Promise<Plan | undefined> => {
  const former = await context.store.productModels.former(product.id);
  if (former?.replacedBy === undefined || former.replacedBy !== context.job) return undefined;
  const kept = await banksInUse(product, context);
  return { name: product.model ?? FEATURE_MODEL, before: former.banks, kept };
};

const banksInUse = async ({ id, views }: Product, { store }: ToolContext): Promise<BankRecord[]> => {
  const banks = await Promise.all(views.map((view) => store.banks.get(id, view)));
  return banks.flatMap((bank) => bank ?? []);
};

const nameOf = ({ card: { name, sha256 } }: FeatureModel) => ({ name, sha256 });

/** By the bank, which stays when its network is gone. */
const usedBy = ({ model }: Product, [bank]: readonly BankRecord[]): ModelChange["from"] => ({
  name: bank?.model ?? model ?? FEATURE_MODEL,
  sha256: bank?.modelSha256 ?? "",
});

const requireFormer = async (id: string, { store }: ToolContext): Promise<FormerModel> => {
  const former = await store.productModels.former(id);
  if (former) return former;
  throw new GumsaError("usage_invalid", `The model of ${id} was never changed.`, {
    hint: `gumsa product model ${id} NAME`,
  });
};

const banksOf = async (
  { id, views }: Product,
  { model, kept: offered }: { model: FeatureModel; kept: readonly BankRecord[] },
  context: ToolContext,
): Promise<Bank[]> => {
  const banks: Bank[] = [];
  for (const view of views) {
    const references = await context.store.references.list(id, view);
    const kept = offered.find((bank) => bank.view === view);
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

const viewChanges = (
  { alpha }: Product,
  before: readonly BankRecord[],
  banks: readonly Bank[],
): ModelChange["views"] =>
  banks.map(({ record: { view, leftOutScores, inputLongEdgePx } }) => {
    const old = before.find((bank) => bank.view === view);
    const thresholdBefore = old && thresholdOf(old.leftOutScores, alpha);
    const threshold = thresholdOf(leftOutScores, alpha);
    return {
      view,
      references: leftOutScores.length,
      inputLongEdgePx,
      ...(thresholdBefore !== undefined && { thresholdBefore }),
      ...(threshold !== undefined && { threshold }),
    };
  });

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
    job: context.job,
  });
};
