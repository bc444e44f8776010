import type { Command } from "commander";
import { GumsaError } from "../errors.ts";
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
  const checks = await examinations(context);
  if (checks.some(({ state }) => state === "broken")) context.outcome.exitCode = EXIT_CODES.error;
  answer(context, checks, () => checks.map((check) => checkText(check, context)).join("\n"));
};

/** A store that cannot be opened is a finding too. */
const examinations = async (context: Context): Promise<Check[]> => {
  try {
    await using inspector = await context.openInspector();
    return await inspector.doctor();
  } catch (error) {
    if (!(error instanceof GumsaError) || error.code === "cancelled") throw error;
    const { code, message, hint } = error;
    return [{ name: code, state: "broken", detail: message, ...(hint !== undefined && { hint }) }];
  }
};

const checkText = ({ name, state, detail, hint }: Check, { words }: Context): string => {
  const line = `[${words.doctor[state]}] ${name}: ${detail}`;
  return hint === undefined ? line : `${line}\n    ${words.doctor.hint}: ${hint}`;
};
