import { Command, CommanderError, Option } from "commander";
import { Language } from "../domain/language.ts";
import { GumsaError } from "../errors.ts";
import { createLog } from "../log.ts";
import { packageVersion } from "../package-root.ts";
import { addAdaptersCommand } from "./adapters.ts";
import { addBackupCommands } from "./backup.ts";
import { addCasesCommand } from "./cases.ts";
import { addChatCommand } from "./chat.ts";
import { addCompareCommand } from "./compare.ts";
import { type Context, createContext, isJsonAsked } from "./context.ts";
import { addDoctorCommand } from "./doctor.ts";
import { addEvalCommand } from "./eval.ts";
import { EXIT_CODES } from "./exit-code.ts";
import { addExportCommand } from "./export.ts";
import { reportFailure } from "./failure.ts";
import { addFeedbackCommand } from "./feedback.ts";
import { addInspectCommand } from "./inspect.ts";
import type { Io } from "./io.ts";
import { addKeysCommand } from "./keys.ts";
import { addManualsCommand } from "./manuals.ts";
import { addMcpCommand } from "./mcp.ts";
import { type Words, wordsIn } from "./messages.ts";
import { addModelsCommand } from "./models.ts";
import { addProductCommand } from "./product.ts";
import { addReferencesCommand } from "./references.ts";
import { addRetentionCommand } from "./retention.ts";
import { addReportCommand } from "./report.ts";
import { addSchemaCommand } from "./schema.ts";
import { addServeCommand } from "./serve.ts";
import { addStatsCommand } from "./stats.ts";
import { addWatchCommand } from "./watch.ts";
import { addWebhooksCommand } from "./webhooks.ts";

/** Runs one command line, without the program's name; the exit code. It never throws. */
export const run = async (argv: readonly string[], io: Io): Promise<number> => {
  const early = { io, isJson: isJsonAsked(argv), log: createLog("warn"), words: wordsIn("en") };
  try {
    return await runIn(createContext(argv, io), argv);
  } catch (error) {
    return reportFailure(error, early);
  }
};

const runIn = async (context: Context, argv: readonly string[]): Promise<number> => {
  try {
    await buildProgram(context).parseAsync(argv, { from: "user" });
    return context.outcome.exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportFailure(error, context);
    if (error.exitCode === 0) return EXIT_CODES.done;
    if (error.code === "commander.help") return EXIT_CODES.usage;
    return reportFailure(usageError(error, context.words), context);
  }
};

const buildProgram = (context: Context): Command => {
  const { io, words } = context;
  const program = new Command("gumsa")
    .description(words.help.program)
    .addOption(new Option("--lang <language>", words.help.lang).choices(Language.options))
    .option("--json", words.help.json)
    .version(packageVersion(), "--version", words.help.version)
    .helpOption("-h, --help", words.help.help)
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => words.titles[title] ?? title })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => {}, // told by reportFailure
    })
    .exitOverride();
  addInspectCommand(program, context);
  addReportCommand(program, context);
  addChatCommand(program, context);
  addFeedbackCommand(program, context);
  addStatsCommand(program, context);
  addProductCommand(program, context);
  addReferencesCommand(program, context);
  addManualsCommand(program, context);
  addCasesCommand(program, context);
  addEvalCommand(program, context);
  addModelsCommand(program, context);
  addAdaptersCommand(program, context);
  addCompareCommand(program, context);
  addExportCommand(program, context);
  addServeCommand(program, context);
  addMcpCommand(program, context);
  addKeysCommand(program, context);
  addWatchCommand(program, context);
  addWebhooksCommand(program, context);
  addRetentionCommand(program, context);
  addBackupCommands(program, context);
  addDoctorCommand(program, context);
  addSchemaCommand(program, context);
  addHelpCommand(program, words);
  return program;
};

/** The same as `--help` at the end: of commands within commands too, and of those that are added when they are used. */
const addHelpCommand = (program: Command, words: Words): void => {
  program
    .command("help")
    .argument("[command...]")
    .description(words.help.help)
    .action(async (names: string[]) => {
      await program.parseAsync([...names, "--help"], { from: "user" });
    });
};

const usageError = (error: CommanderError, words: Words): GumsaError => {
  const detail = error.message.replace(/^error: /, "").replaceAll("\n", " ");
  return new GumsaError("usage_invalid", words.failure.usage(detail), { hint: "gumsa --help" });
};
