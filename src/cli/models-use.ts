import type { Command } from "commander";
import type { WriterChoice } from "../inspector.ts";
import type { Context } from "./context.ts";
import { answer } from "./output.ts";
import { createProgress } from "./progress.ts";

/** Adds `use` to the command `models`. */
export const addModelsUseCommand = (models: Command, context: Context): void => {
  const words = context.words.help.writers;
  models
    .command("use")
    .description(words.use)
    .argument("<name>", words.name)
    .action((name: string) => use(name, context));
};

const use = async (name: string, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  using display = createProgress(context);
  const choice = await inspector.writers.use(name, display.progress);
  answer(context, choice, () => choiceText(choice, context));
};

const choiceText = ({ writer, found, canary, isOverridden }: WriterChoice, { words }: Context): string => {
  const { writers } = words;
  const lines = [writers.chosen(writer)];
  if (found) lines.push(writers.served(found.model, found.server, found.profile));
  if (found && !found.seesPictures) lines.push(writers.textOnly);
  if (canary)
    lines.push(canary.isSeen ? writers.sees(canary.drawn) : writers.blind(canary.drawn, canary.said));
  if (isOverridden) lines.push(writers.overridden);
  return lines.join("\n");
};
