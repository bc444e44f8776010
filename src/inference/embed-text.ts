// Sentence vectors as the E5 models make them: the mean of the last hidden states over the tokens of the text
// (Wang et al. 2022), scaled to length 1. Runs in a worker; tokenizer and session are kept there.
import { readFile } from "node:fs/promises";
import { Tokenizer } from "@huggingface/tokenizers";
import { defineJob } from "./job.ts";
import type { IdTensor, Tensor } from "./session.ts";
import { toUnit } from "./text-embedder.ts";

export interface EmbedTextInput {
  readonly path: string;
  readonly tokenizer: string;
  readonly tokenizerConfig?: string | undefined;
  /** Longer texts are cut. */
  readonly maxTokens: number;
  readonly output: string;
  /** With their prefixes. */
  readonly texts: readonly string[];
}

export const embedText = defineJob(
  import.meta.url,
  "embedText",
  async (input: EmbedTextInput, bench): Promise<{ vectors: Float32Array[] }> => {
    const tokenizer = await bench.kept(`tokenizer ${input.tokenizer}`, () => openTokenizer(input));
    const ids = input.texts.map((text) => cut(tokenizer.encode(text).ids, input.maxTokens));
    const length = Math.max(1, ...ids.map((row) => row.length));
    const dims = [ids.length, length];
    const session = await bench.session(input.path);
    const feeds: Record<string, IdTensor> = {
      input_ids: { data: padded(ids, length), dims },
      attention_mask: {
        data: padded(
          ids.map((row) => row.map(() => 1)),
          length,
        ),
        dims,
      },
      token_type_ids: {
        data: padded(
          ids.map((row) => row.map(() => 0)),
          length,
        ),
        dims,
      },
    };
    const known = Object.entries(feeds).filter(([name]) =>
      session.inputs.some((input) => input.name === name),
    );
    const hidden = (await session.run(Object.fromEntries(known)))[input.output];
    if (!hidden) throw new Error(`The model has no output ${input.output}.`);
    return { vectors: ids.map((row, index) => toUnit(meanOf(hidden, index, row.length))) };
  },
);

const openTokenizer = async ({ tokenizer, tokenizerConfig }: EmbedTextInput): Promise<Tokenizer> => {
  const readJson = async (path: string): Promise<object> => JSON.parse(await readFile(path, "utf8"));
  return new Tokenizer(await readJson(tokenizer), tokenizerConfig ? await readJson(tokenizerConfig) : {});
};

/** The token that ends a text stays, as the models have learnt it. */
const cut = (ids: readonly number[], maxTokens: number): number[] =>
  ids.length <= maxTokens ? [...ids] : [...ids.slice(0, maxTokens - 1), ids.at(-1) ?? 0];

const padded = (rows: readonly (readonly number[])[], length: number): BigInt64Array => {
  const data = new BigInt64Array(rows.length * length);
  for (const [index, row] of rows.entries()) data.set(row.map(BigInt), index * length);
  return data;
};

/** `hidden` is text by token by channel; padding is left out. */
const meanOf = ({ data, dims }: Tensor, text: number, tokens: number): Float32Array => {
  const [, length = 0, channels = 0] = dims;
  const mean = new Float32Array(channels);
  for (let token = 0; token < tokens; token++) {
    const start = (text * length + token) * channels;
    for (let channel = 0; channel < channels; channel++) {
      mean[channel]! += data[start + channel]! / tokens;
    }
  }
  return mean;
};
