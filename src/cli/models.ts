import type { Command } from "commander";
import type { Context } from "./context.ts";
import { addModelsUseCommand } from "./models-use.ts";

export const addModelsCommand = (program: Command, context: Context): void => {
  const models = program.command("models").description(context.words.help.writers.models);
  addModelsUseCommand(models, context);
};
