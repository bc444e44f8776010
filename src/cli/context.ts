// What every command is given: where to print, in which language, and how to reach the inspector.
import { type Config, loadConfig } from "../config.ts";
import { Language } from "../domain/language.ts";
import type { Inspector } from "../inspector.ts";
import { createLog, type Log } from "../log.ts";
import { EXIT_CODES } from "./exit-code.ts";
import type { Io } from "./io.ts";
import { type Words, wordsIn } from "./messages.ts";

export interface Context {
  readonly io: Io;
  readonly log: Log;
  readonly language: Language;
  /** Whether `--lang` was given. */
  readonly isLanguageAsked: boolean;
  readonly words: Words;
  readonly isJson: boolean;
  /** Over the configured store, or over that in `home`. The caller closes it: `await using inspector = await context.openInspector()`. */
  readonly openInspector: (home?: string) => Promise<Inspector>;
  /** What the command ends with when it does not throw. */
  readonly outcome: { exitCode: number };
}

/** Throws `config_invalid`. */
export const createContext = (argv: readonly string[], io: Io): Context => {
  const config = loadConfig(io.environment);
  const log = createLog(config.logLevel);
  const language = languageOf(argv, config);
  return {
    io,
    log,
    language,
    isLanguageAsked: optionsOf(argv).some((option) => option === "--lang" || option.startsWith("--lang=")),
    words: wordsIn(language),
    isJson: isJsonAsked(argv),
    openInspector: (home = config.home) => io.createInspector({ ...config, home }, { log }),
    outcome: { exitCode: EXIT_CODES.done },
  };
};

/** Looked up before the arguments are parsed, because an error in them must be told as JSON too. */
export const isJsonAsked = (argv: readonly string[]): boolean => optionsOf(argv).includes("--json");

/** Likewise: the help itself is written in this language. What is wrong with `--lang` is told by the parser. */
const languageOf = (argv: readonly string[], config: Config): Language => {
  const options = optionsOf(argv);
  const joined = options.findLast((option) => option.startsWith("--lang="))?.slice("--lang=".length);
  const position = options.lastIndexOf("--lang");
  const asked = Language.safeParse(joined ?? (position < 0 ? undefined : options[position + 1]));
  return asked.success ? asked.data : config.language;
};

const optionsOf = (argv: readonly string[]): readonly string[] => {
  const end = argv.indexOf("--");
  return end < 0 ? argv : argv.slice(0, end);
};
