// Vectors of the passages of each product's manuals. They are derived: made where they are missing, a few at a time,
// each batch stored when it is there, so that a run that was stopped goes on where it was. Where no embedding model
// is set up or it does not answer, nothing fails: the search says so and goes by words.
import { createHash } from "node:crypto";
import type { Retrieval } from "../domain/manual-answer.ts";
import type { Passage } from "../domain/passage.ts";
import { GumsaError, throwIfCancelled } from "../errors.ts";
import type { TextEmbedder } from "../inference/text-embedder.ts";
import { buildDenseIndex, type DenseIndex } from "../rag/dense/dense-index.ts";
import type { Store, VectorSetKey } from "../store/store.ts";
import type { ToolRun } from "./define-tool.ts";

export interface PassageVectors {
  /** The nearest passages, nearest first, that come nearer than to a question about something else. */
  search(
    product: string,
    question: string,
    run: ToolRun,
  ): Promise<{ passages: Passage[]; retrieval: Retrieval }>;
  /** Makes what is missing and drops what is left over. */
  complete(product: string, run: ToolRun): Promise<Retrieval>;
}

export interface PassageVectorDeps {
  readonly store: Store;
  readonly embedder?: TextEmbedder | undefined;
}

const NEAREST = 20;
const BATCH = 16;

/** The same for the same words: a new revision takes over the vectors of what it left as it was. */
export const passageId = ({ documentId, page, headings, quotation }: Passage): string =>
  hashOf([documentId, String(page), ...headings, quotation]);

export const createPassageVectors = ({ store, embedder }: PassageVectorDeps): PassageVectors => {
  if (!embedder) {
    const none = { vectors: "none" } as const;
    return { search: async () => ({ passages: [], retrieval: none }), complete: async () => none };
  }
  const used = { vectors: "used", model: embedder.name } as const;
  const indexes = new Map<string, { stamp: string; index: DenseIndex }>();
  const indexOf = async (
    product: string,
    passages: readonly Passage[],
    run: ToolRun,
  ): Promise<DenseIndex> => {
    const version = await completeVectors({ product, passages, embedder, store }, run);
    const stamp = `${version} ${await store.vectors.generation(keyOf(product))}`;
    const known = indexes.get(product);
    if (known?.stamp === stamp) return known.index;
    const vectors = await store.vectors.list(keyOf(product));
    const texts = vectors.map(({ item, numbers }) => ({ id: item, numbers }));
    const index = await buildDenseIndex(texts, embedder, run.signal);
    indexes.set(product, { stamp, index });
    return index;
  };
  return {
    search: async (product, question, run) => {
      const passages = await store.manuals.passages(product);
      try {
        const index = await indexOf(product, passages, run);
        const near = await index.search(question, NEAREST, run.signal);
        const byText = new Map(passages.map((passage) => [textId(passage), passage]));
        return { passages: near.flatMap((id) => byText.get(id) ?? []), retrieval: used };
      } catch (error) {
        return { passages: [], retrieval: awayOf(error, embedder, run) };
      }
    },
    complete: async (product, run) => {
      try {
        await completeVectors(
          { product, passages: await store.manuals.passages(product), embedder, store },
          run,
        );
        return used;
      } catch (error) {
        return awayOf(error, embedder, run);
      }
    },
  };
};

/** An expected error is told in the result; a bug and a cancellation pass through. */
const awayOf = (error: unknown, { name }: TextEmbedder, { signal }: ToolRun): Retrieval => {
  throwIfCancelled(signal);
  if (!(error instanceof GumsaError) || error.code === "cancelled") throw error;
  return { vectors: "away", model: name, reason: error.code };
};

interface Work {
  readonly product: string;
  readonly passages: readonly Passage[];
  readonly embedder: TextEmbedder;
  readonly store: Store;
}

/** The version of the model that made them. */
const completeVectors = async (
  { product, passages, embedder, store }: Work,
  { signal, onProgress }: ToolRun,
): Promise<string> => {
  const key = keyOf(product);
  const version = await embedder.version(signal);
  const wanted = new Map(passages.map((passage) => [textId(passage), textOf(passage)]));
  const known = new Map((await store.vectors.keys(key)).map(({ item, recipe }) => [item, recipe]));
  const left = [...known.keys()].filter((item) => !wanted.has(item));
  if (left.length > 0) await store.vectors.drop(key, left);
  const missing = [...wanted].filter(([item]) => known.get(item) !== version);
  for (let start = 0; start < missing.length; start += BATCH) {
    throwIfCancelled(signal);
    const batch = missing.slice(start, start + BATCH);
    const vectors = await embedder.embed(
      batch.map(([, text]) => text),
      "passage",
      signal,
    );
    const stored = batch.flatMap(([item], index) => {
      const numbers = vectors[index];
      return numbers ? [{ item, part: "whole", recipe: version, numbers }] : [];
    });
    await store.vectors.put(key, stored);
    onProgress?.("describe_passages", Math.min(1, (start + BATCH) / missing.length));
  }
  return version;
};

const keyOf = (product: string): VectorSetKey => ({ product, view: "manuals", set: "passages" });

const textOf = ({ headings, quotation }: Passage): string => [...headings, quotation].join("\n");

const textId = (passage: Passage): string => hashOf([textOf(passage)]);

const hashOf = (parts: readonly string[]): string =>
  createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 32);
