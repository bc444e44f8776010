// An embedding model of the model store, run in the workers. The store has proven its files.
import { join } from "node:path";
import { embedText } from "./embed-text.ts";
import type { JobPool } from "./job-pool.ts";
import type { FolderModel } from "./model-store.ts";
import type { TextEmbedder } from "./text-embedder.ts";

export interface LocalEmbedderOptions {
  readonly model: FolderModel<"text-embedding">;
  readonly jobs: Pick<JobPool, "do">;
}

export const createLocalEmbedder = ({ model, jobs }: LocalEmbedderOptions): TextEmbedder => {
  const { folder, card, sha256 } = model;
  const { file, tokenizer, tokenizerConfig, maxTokens, output, prefixes } = card.embedding;
  return {
    name: card.name,
    // Other bytes make other vectors.
    version: async () => `${card.name}:${sha256.slice(0, 16)}`,
    async embed(texts, role, signal) {
      const input = {
        path: join(folder, file),
        tokenizer: join(folder, tokenizer),
        tokenizerConfig: tokenizerConfig && join(folder, tokenizerConfig),
        maxTokens,
        output,
        texts: texts.map((text) => prefixes[role] + text),
      };
      return (await jobs.do(embedText, input, signal)).vectors;
    },
  };
};
