import type { Command } from "commander";
import type { ModelSummary } from "../inspector.ts";
import type { Context } from "./context.ts";
import { modelLine, modelText } from "./model-text.ts";
import { addModelsAdd } from "./models-add.ts";
import { addModelsUseCommand } from "./models-use.ts";
import { answer } from "./output.ts";
import { createProgress } from "./progress.ts";

export const addModelsCommand = (program: Command, context: Context): void => {
  const words = context.words.help.models;
  const models = program.command("models").description(words.does);
  models
    .command("list")
    .description(words.list)
    .action(() => list(context));
  models
    .command("pull")
    .description(words.pull)
    .argument("<name...>", words.names)
    .option("--offline", words.offline)
    .action((names: string[], { offline = false }: { offline?: boolean }) => pull(names, offline, context));
  models
    .command("verify")
    .description(words.verify)
    .argument("[name...]", words.names)
    .action((names: string[]) => verify(names, context));
  models
    .command("remove")
    .description(words.remove)
    .argument("<name>", words.name)
    .option("--forget", words.forget)
    .action((name: string, { forget = false }: { forget?: boolean }) => remove(name, forget, context));
  addModelsAdd(models, context);
  addModelsUseCommand(models, context);
};

const list = async (context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const models = await inspector.models.list();
  answer(context, models, () => models.map((model) => modelLine(model, context)).join("\n"));
};

const pull = async (names: readonly string[], isOffline: boolean, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  using display = createProgress(context);
  const pulled: ModelSummary[] = [];
  for (const name of names) pulled.push(await inspector.models.pull(name, { isOffline }, display.progress));
  display.clear();
  answer(context, pulled, () => pulled.map((model) => modelText(model, context)).join("\n"));
};

/** Without names: all that are here. */
const verify = async (names: readonly string[], context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const chosen = names.length > 0 ? names : await namesHere(inspector.models.list());
  const verified: ModelSummary[] = [];
  for (const name of chosen) verified.push(await inspector.models.verify(name));
  answer(context, verified, () => verified.map((model) => modelLine(model, context)).join("\n"));
};

const namesHere = async (models: Promise<readonly ModelSummary[]>): Promise<string[]> =>
  (await models).filter(({ state }) => state !== "missing").map(({ name }) => name);

const remove = async (name: string, isForgotten: boolean, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  await inspector.models.remove(name, { isForgotten });
  answer(context, { removed: name }, () => context.words.models.removed(name));
};
