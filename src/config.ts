// Settings from the environment. `loadConfig` is pure: a record of strings in, a readonly Config or one
// `config_invalid` that names every bad variable out. `.env.example` and `docs/configuration.md` are
// written from `SETTINGS`.
import { z } from "zod";
import { CHOSEN_WRITER, ModelName } from "./domain/language-model.ts";
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

const OptionalUrl = z.union([z.literal(""), z.url()], "an address");

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
  GUMSA_OPENAI_URL: setting(
    z.union([z.literal(""), z.url()]),
    "",
    "An OpenAI-compatible endpoint (vLLM, llama-server, LM Studio, Gemini), up to and with /v1; none by default.",
  ),
  GUMSA_OPENAI_KEY: setting(
    z.string(),
    "",
    "Its key, where it wants one. It is sent to that endpoint alone.",
  ),
  GUMSA_WRITER: setting(
    ModelName,
    CHOSEN_WRITER,
    "Who phrases reports: rule, a model or profile of the Ollama server, openai/NAME, or an adapter; chosen takes what `gumsa models use` chose, else rule.",
  ),
  GUMSA_MODEL_KEEP_ALIVE: setting(
    z.string().regex(/^(-1|0|\d+(s|m|h))$/, "-1, 0, or a time such as 30s, 5m, 2h"),
    "5m",
    "How long an Ollama server keeps a language model loaded after an answer; -1 for ever, 0 not at all.",
  ),
  GUMSA_MODEL_PRELOAD: setting(
    z.enum(["on", "off"]),
    "on",
    "Whether a language model is loaded while the picture is still being read.",
  ),
  GUMSA_EMBEDDER: setting(
    z.string().min(1),
    "auto",
    "Model for the search in manuals by meaning: the name of an installed one, ollama:NAME, none, or auto for an installed one if there is any.",
  ),
  GUMSA_WRITER_DEADLINE_MS: setting(
    count(1000, 290_000),
    "180000",
    "What a language model has for one answer, its loading included; then the rule writer takes over.",
  ),
  HF_ENDPOINT: setting(z.url(), "https://huggingface.co", "The model hub, or a mirror of it."),
  HTTPS_PROXY: setting(
    OptionalUrl,
    "",
    "Proxy for encrypted connections to the model hub; https_proxy as well.",
  ),
  HTTP_PROXY: setting(OptionalUrl, "", "Proxy for plain connections to the model hub; http_proxy as well."),
  NO_PROXY: setting(z.string(), "", "Hosts that are reached without a proxy; no_proxy as well."),
  GUMSA_OFFLINE: setting(
    z.enum(["0", "1"]),
    "0",
    "1 forbids every connection to the model hub. An inspection never opens one.",
  ),
  GUMSA_MAX_BODY_MEGABYTES: setting(count(1, 4096), "64", "Larger requests are refused."),
  GUMSA_REQUESTS_PER_MINUTE: setting(
    count(0, 1_000_000),
    "6000",
    "What one key may ask of the service in a minute; 0 sets no limit.",
  ),
  GUMSA_REQUEST_TIMEOUT_MS: setting(
    count(100, 3_600_000),
    "60000",
    "How long a request may take to arrive; a slower one is cut off. Answers take as long as they need.",
  ),
  GUMSA_FETCH_PICTURES: setting(
    z.enum(["0", "1"]),
    "0",
    "1 lets a caller name a picture by its address, which the service then fetches.",
  ),
  GUMSA_PRIVATE_ADDRESSES: setting(
    z.enum(["refuse", "allow"]),
    "refuse",
    "Whether webhooks and pictures by address may lie on this machine or in a private network.",
  ),
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
  readonly service: {
    readonly bodyBytes: number;
    readonly requestsPerMinute: number;
    readonly requestTimeoutMs: number;
  };
  /** What the service asks of others because a caller said so. */
  readonly outbound: { readonly fetchesPictures: boolean; readonly allowsPrivate: boolean };
  /** The most jobs that may wait. */
  readonly queue: { readonly interactive: number; readonly batch: number };
  readonly images: { readonly maxPixels: number };
  readonly ollama: { readonly host: string; readonly keepAlive: string };
  /** Null where no endpoint is set. The key does not print. */
  readonly openai: { readonly baseUrl: string; readonly apiKey: Secret } | null;
  readonly manuals: { readonly embedder: string };
  readonly writer: { readonly name: string; readonly deadlineMs: number; readonly preload: boolean };
  readonly hub: {
    readonly endpoint: string;
    readonly httpProxy: string;
    readonly httpsProxy: string;
    readonly noProxy: string;
    readonly isOffline: boolean;
  };
}

/** A value that neither prints nor turns into JSON. */
export interface Secret {
  readonly reveal: () => string;
}

const secret = (value: string): Secret => ({ reveal: () => value });

export type Environment = Readonly<Record<string, string | undefined>>;

export const loadConfig = (env: Environment): Config => {
  const values = readSettings(env);
  return {
    home: values.GUMSA_HOME.replace(/^~(?=$|[\\/])/, env.HOME ?? env.USERPROFILE ?? "."),
    language: values.GUMSA_LANG === "auto" ? languageOfLocale(env) : values.GUMSA_LANG,
    logLevel: values.GUMSA_LOG_LEVEL,
    inference: { workers: values.GUMSA_WORKERS },
    service: {
      bodyBytes: values.GUMSA_MAX_BODY_MEGABYTES * 1e6,
      requestsPerMinute: values.GUMSA_REQUESTS_PER_MINUTE,
      requestTimeoutMs: values.GUMSA_REQUEST_TIMEOUT_MS,
    },
    outbound: {
      fetchesPictures: values.GUMSA_FETCH_PICTURES === "1",
      allowsPrivate: values.GUMSA_PRIVATE_ADDRESSES === "allow",
    },
    queue: { interactive: values.GUMSA_QUEUE, batch: values.GUMSA_BATCH_QUEUE },
    images: { maxPixels: values.GUMSA_MAX_MEGAPIXELS * 1e6 },
    ollama: { host: values.OLLAMA_HOST, keepAlive: values.GUMSA_MODEL_KEEP_ALIVE },
    openai:
      values.GUMSA_OPENAI_URL === ""
        ? null
        : { baseUrl: values.GUMSA_OPENAI_URL, apiKey: secret(values.GUMSA_OPENAI_KEY) },
    manuals: { embedder: values.GUMSA_EMBEDDER },
    writer: {
      name: values.GUMSA_WRITER,
      deadlineMs: values.GUMSA_WRITER_DEADLINE_MS,
      preload: values.GUMSA_MODEL_PRELOAD === "on",
    },
    hub: {
      endpoint: values.HF_ENDPOINT,
      httpProxy: values.HTTP_PROXY,
      httpsProxy: values.HTTPS_PROXY,
      noProxy: values.NO_PROXY,
      isOffline: values.GUMSA_OFFLINE === "1",
    },
  };
};

const readSettings = (env: Environment): Values => {
  const problems: string[] = [];
  const entries = Object.entries(SETTINGS).map(([name, { schema, fallback }]) => {
    const parsed = schema.safeParse(withScheme(name, valueIn(name, env) || fallback));
    if (!parsed.success) problems.push(`${name}=${valueIn(name, env)}: ${parsed.error.issues[0]?.message}`);
    return [name, parsed.data];
  });
  if (problems.length > 0) {
    throw new GumsaError("config_invalid", `Settings are not valid: ${problems.join("; ")}`, {
      hint: "see docs/configuration.md",
    });
  }
  return Object.fromEntries(entries) as Values; // every entry was parsed by its own schema above
};

/** The proxies' variables are written in small letters as often as in capitals. */
const valueIn = (name: string, env: Environment): string | undefined =>
  name.endsWith("_PROXY") ? env[name] || env[name.toLowerCase()] : env[name];

/** Ollama's own variable may lack the scheme (`127.0.0.1:11434`). */
const withScheme = (name: string, value: string): string =>
  name === "OLLAMA_HOST" && !value.includes("://") ? `http://${value}` : value;

const languageOfLocale = (env: Environment): "ko" | "en" =>
  /^ko/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || "") ? "ko" : "en";
