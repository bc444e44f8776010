import type { Command } from "commander";
import type { Check } from "../inspector.ts";
import type { Context } from "./context.ts";
import { EXIT_CODES } from "./exit-code.ts";
import { answer } from "./output.ts";

export const addDoctorCommand = (program: Command, context: Context): void => {
  program
    .command("doctor")
    .description(context.words.help.doctor)
    .action(() => examine(context));
};

/** What is missing is a choice (Ollama); what is broken is an error. */
const examine = async (context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const checks = await inspector.doctor();
  if (checks.some(({ state }) => state === "broken")) context.outcome.exitCode = EXIT_CODES.error;
  answer(context, checks, () => checks.map((check) => checkText(check, context)).join("\n"));
};

const checkText = ({ name, state, detail, hint }: Check, { words }: Context): string => {
  const line = `[${words.doctor[state]}] ${name}: ${detail}`;
  return hint === undefined ? line : `${line}\n    ${words.doctor.hint}: ${hint}`;
};
