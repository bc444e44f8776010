// Settings from the environment. `loadConfig` is pure: a record of strings in, a readonly Config or one
// `config_invalid` that names every bad variable out. `.env.example` and `docs/configuration.md` are
// written from `SETTINGS`.
import { z } from "zod";
import { ModelName, RULE_WRITER } from "./domain/language-model.ts";
import { GumsaError } from "./errors.ts";
import { LOG_LEVELS } from "./log.ts";

interface Setting<S extends z.ZodType> {
  readonly schema: S;
  readonly fallback: string;
  readonly describes: string;
}
const setting = <S extends z.ZodType>(schema: S, fallback: string, describes: string): Setting<S> => ({
  schema,
  fallback,
  describes,
});

const count = (min: number, max: number) =>
  z.string().regex(/^\d+$/, "a whole number").transform(Number).pipe(z.number().min(min).max(max));

export const SETTINGS = {
  GUMSA_HOME: setting(
    z.string().min(1),
    "~/.gumsa",
    "Folder of the store: the SQLite file, pictures, banks.",
  ),
  GUMSA_LANG: setting(
    z.enum(["auto", "ko", "en"]),
    "auto",
    "Language of reports: ko, en, or auto for the locale's.",
  ),
  GUMSA_LOG_LEVEL: setting(z.enum(LOG_LEVELS), "warn", "What is logged to standard error."),
  GUMSA_WORKERS: setting(
    count(0, 64),
    "0",
    "Worker threads for inference, one core each; 0 takes one for each core, four at the most.",
  ),
  GUMSA_MAX_MEGAPIXELS: setting(count(1, 1000), "100", "Larger pictures are refused."),
  OLLAMA_HOST: setting(z.url(), "http://127.0.0.1:11434", "Where a local Ollama server is looked for."),
  GUMSA_WRITER: setting(
    ModelName,
    RULE_WRITER,
    "Who phrases reports: rule, or the name of a model on the Ollama server.",
  ),
  GUMSA_WRITER_DEADLINE_MS: setting(
    count(1000, 290_000),
    "180000",
    "What a language model has for one answer, its loading included; then the rule writer takes over.",
  ),
  GUMSA_MAX_BODY_MEGABYTES: setting(count(1, 4096), "64", "Larger requests are refused."),
  GUMSA_QUEUE: setting(
    count(1, 100_000),
    "64",
    "Inspections that may wait for their turn; beyond, a caller is told to try again.",
  ),
  GUMSA_BATCH_QUEUE: setting(count(1, 1_000_000), "10000", "Likewise, of batches and watched folders."),
} as const;

type Name = keyof typeof SETTINGS;
type Values = { readonly [N in Name]: z.infer<(typeof SETTINGS)[N]["schema"]> };

export interface Config {
  readonly home: string;
  readonly language: "ko" | "en";
  readonly logLevel: Values["GUMSA_LOG_LEVEL"];
  readonly inference: { readonly workers: number };
  readonly service: { readonly bodyBytes: number };
  /** The most jobs that may wait. */
  readonly queue: { readonly interactive: number; readonly batch: number };
  readonly images: { readonly maxPixels: number };
  readonly ollama: { readonly host: string };
  readonly writer: { readonly name: string; readonly deadlineMs: number };
}

export type Environment = Readonly<Record<string, string | undefined>>;

export const loadConfig = (env: Environment): Config => {
  const values = readSettings(env);
  return {
    home: values.GUMSA_HOME.replace(/^~(?=$|[\\/])/, env.HOME ?? env.USERPROFILE ?? "."),
    language: values.GUMSA_LANG === "auto" ? languageOfLocale(env) : values.GUMSA_LANG,
    logLevel: values.GUMSA_LOG_LEVEL,
    inference: { workers: values.GUMSA_WORKERS },
    service: { bodyBytes: values.GUMSA_MAX_BODY_MEGABYTES * 1e6 },
    queue: { interactive: values.GUMSA_QUEUE, batch: values.GUMSA_BATCH_QUEUE },
    images: { maxPixels: values.GUMSA_MAX_MEGAPIXELS * 1e6 },
    ollama: { host: values.OLLAMA_HOST },
    writer: { name: values.GUMSA_WRITER, deadlineMs: values.GUMSA_WRITER_DEADLINE_MS },
  };
};

const readSettings = (env: Environment): Values => {
  const problems: string[] = [];
  const entries = Object.entries(SETTINGS).map(([name, { schema, fallback }]) => {
    const parsed = schema.safeParse(withScheme(name, env[name] || fallback));
    if (!parsed.success) problems.push(`${name}=${env[name]}: ${parsed.error.issues[0]?.message}`);
    return [name, parsed.data];
  });
  if (problems.length > 0) {
    throw new GumsaError("config_invalid", `Settings are not valid: ${problems.join("; ")}`, {
      hint: "see docs/configuration.md",
    });
  }
  return Object.fromEntries(entries) as Values; // every entry was parsed by its own schema above
};

/** Ollama's own variable may lack the scheme (`127.0.0.1:11434`). */
const withScheme = (name: string, value: string): string =>
  name === "OLLAMA_HOST" && !value.includes("://") ? `http://${value}` : value;

const languageOfLocale = (env: Environment): "ko" | "en" =>
  /^ko/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || "") ? "ko" : "en";
