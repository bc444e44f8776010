import type { Command } from "commander";
import type { ModelChange } from "../domain/model-change.ts";
import { GumsaError } from "../errors.ts";
import type { Context } from "./context.ts";
import { answer } from "./output.ts";
import { createProgress } from "./progress.ts";

interface ModelOptions {
  readonly trial?: boolean;
  readonly back?: boolean;
}

export const addProductModel = (product: Command, context: Context): void => {
  const words = context.words.help.product;
  product
    .command("model")
    .description(words.model)
    .argument("<id>", words.id)
    .argument("[model]", words.newModel)
    .option("--trial", words.trial)
    .option("--back", words.back)
    .action((id: string, model: string | undefined, options: ModelOptions) =>
      model === undefined && !options.back ? show(id, context) : change({ id, model, ...options }, context),
    );
};

const show = async (id: string, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const { bank } = await inspector.products.show(id);
  const model = bank?.model ?? null;
  const { words } = context;
  answer(context, { product: id, model }, () => words.modelChange.current(id, model ?? words.product.noBank));
};

interface Change extends ModelOptions {
  readonly id: string;
  readonly model: string | undefined;
}

const change = async ({ id, model, trial = false, back }: Change, context: Context): Promise<void> => {
  if (back && model !== undefined) {
    throw new GumsaError("usage_invalid", `--back ${model}`, { hint: "gumsa product model --help" });
  }
  await using inspector = await context.openInspector();
  using display = createProgress(context);
  const changed = await inspector.products.changeModel(
    { product: id, isTrial: trial, ...(model !== undefined && { model }) },
    display.progress,
  );
  display.clear();
  answer(context, changed, () => changeText(changed, context));
};

const changeText = (
  { product, from, to, isSwitched, views, verdicts }: ModelChange,
  { words }: Context,
): string => {
  const { modelChange, inspect } = words;
  const heading = isSwitched ? modelChange.switched : modelChange.tried;
  return [
    heading(product, from.name, to.name),
    ...views.map((view) => {
      const threshold = modelChange.threshold(rounded(view.thresholdBefore), rounded(view.threshold));
      return `  ${modelChange.view(view)}, ${threshold}`;
    }),
    modelChange.compared(verdicts.compared, verdicts.changed.length),
    ...verdicts.changed.map(({ inspection, fileName, recorded, isFailed, pValueBefore, pValue }) => {
      const now = isFailed ? modelChange.nowFails : modelChange.nowDoesNot;
      const numbers = `p ${pValueBefore.toPrecision(3)} → ${pValue.toPrecision(3)}`;
      return `  ${inspection}  ${fileName}  ${inspect.verdicts[recorded]} → ${now} (${numbers})`;
    }),
    ...(verdicts.unreadable > 0 ? [modelChange.unreadable(verdicts.unreadable)] : []),
    ...(isSwitched ? [modelChange.backHint(product)] : []),
  ].join("\n");
};

const rounded = (threshold: number | undefined): string => threshold?.toPrecision(4) ?? "–";
