// An embedding model in a folder: card.json (task `embed-text`), the ONNX file, tokenizer.json.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { GumsaError } from "../errors.ts";
import { embedText } from "./embed-text.ts";
import type { JobPool } from "./job-pool.ts";
import type { TextEmbedder } from "./text-embedder.ts";

const TextModelCard = z.object({
  name: z.string(),
  version: z.string(),
  task: z.literal("embed-text"),
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  licence: z.string(),
  tokenizer: z.string().default("tokenizer.json"),
  /** Only where the tokenizer needs it. */
  tokenizerConfig: z.string().optional(),
  maxTokens: z.int().min(2),
  output: z.string().default("last_hidden_state"),
  pooling: z.literal("mean"),
  prefixes: z.object({ query: z.string(), passage: z.string() }),
});
type TextModelCard = z.infer<typeof TextModelCard>;

export interface LocalEmbedderOptions {
  readonly folder: string;
  readonly card: TextModelCard;
  readonly jobs: Pick<JobPool, "do">;
}

/** The folder is read on first use: throws `model_missing`, `model_damaged` then. */
export const createLocalEmbedder = ({ folder, card, jobs }: LocalEmbedderOptions): TextEmbedder => {
  let checked: Promise<string> | undefined;
  const version = (): Promise<string> => {
    checked ??= checkFiles(folder, card);
    checked.catch(() => {
      checked = undefined;
    });
    return checked;
  };
  return {
    name: card.name,
    version,
    async embed(texts, role, signal) {
      await version();
      const input = {
        path: join(folder, card.file),
        tokenizer: join(folder, card.tokenizer),
        tokenizerConfig: card.tokenizerConfig && join(folder, card.tokenizerConfig),
        maxTokens: card.maxTokens,
        output: card.output,
        texts: texts.map((text) => card.prefixes[role] + text),
      };
      return (await jobs.do(embedText, input, signal)).vectors;
    },
  };
};

/** The embedding model of this name in one of the folders of models; without a name, the first that there is. */
export const findTextModel = async (
  folders: readonly string[],
  name?: string,
): Promise<{ folder: string; card: TextModelCard } | undefined> => {
  for (const models of folders) {
    const names = await readdir(models).catch(() => []); // a folder of models need not be there
    for (const folder of names.map((entry) => join(models, entry))) {
      const text = await readFile(join(folder, "card.json"), "utf8").catch(() => "null"); // not a model's folder
      const card = TextModelCard.safeParse(JSON.parse(text));
      if (card.success && (name === undefined || card.data.name === name)) return { folder, card: card.data };
    }
  }
  return undefined;
};

/** Other bytes of model or tokenizer make other vectors. */
const checkFiles = async (folder: string, card: TextModelCard): Promise<string> => {
  const model = await hashOf(join(folder, card.file));
  if (model !== card.sha256) {
    throw new GumsaError(
      "model_damaged",
      `${join(folder, card.file)} does not match the SHA-256 of its card.`,
      {
        hint: "fetch the model again, or correct sha256 in its card.json",
      },
    );
  }
  const tokenizer = await hashOf(join(folder, card.tokenizer));
  return [card.name, model.slice(0, 16), tokenizer.slice(0, 16)].join(":");
};

const hashOf = async (path: string): Promise<string> => {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new GumsaError("model_missing", `${path} is not there.`, { hint: "fetch the model again", cause });
  });
  return createHash("sha256").update(bytes).digest("hex");
};
