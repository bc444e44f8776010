// Passages by the meaning of their words: LangChain's HNSWLib store over vectors that were made before. It lives in
// memory and is built again from the stored vectors whenever they change; nothing of it has to be saved.
import type { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { Document } from "@langchain/core/documents";
import type { TextEmbedder, TextRole } from "../../inference/text-embedder.ts";
import { FOREIGN_QUESTIONS } from "./foreign-questions.ts";

export interface StoredText {
  readonly id: string;
  readonly numbers: Float32Array;
}

export interface DenseIndex {
  /** Ids of the passages that are nearer to the question than to any of the foreign ones, nearest first. */
  search(question: string, count: number, signal?: AbortSignal): Promise<string[]>;
}

const ADDED_AT_ONCE = 100;

export const buildDenseIndex = async (
  texts: readonly StoredText[],
  embedder: TextEmbedder,
  signal?: AbortSignal,
): Promise<DenseIndex> => {
  const store = await hnswStore(embedder, texts[0]?.numbers.length ?? 1);
  for (let start = 0; start < texts.length; start += ADDED_AT_ONCE) {
    const part = texts.slice(start, start + ADDED_AT_ONCE);
    const documents = part.map(({ id }) => new Document({ pageContent: "", metadata: { id } }));
    await store.addVectors(
      part.map(({ numbers }) => [...numbers]),
      documents,
    );
    await new Promise(setImmediate); // others have their turn
  }
  const nearest = async (
    vector: Float32Array,
    count: number,
  ): Promise<{ id: string; similarity: number }[]> => {
    const found = await store.similaritySearchVectorWithScore([...vector], Math.min(count, texts.length));
    return found.map(([{ metadata }, distance]) => ({ id: String(metadata.id), similarity: 1 - distance }));
  };
  if (texts.length === 0) return { search: async () => [] };
  const least = await nearestForeign(embedder, nearest, signal);
  return {
    async search(question, count, signal) {
      const [vector = new Float32Array()] = await embedder.embed([question], "query", signal);
      return (await nearest(vector, count))
        .filter(({ similarity }) => similarity > least)
        .map(({ id }) => id);
    },
  };
};

/**
 * How near questions come that no manual answers. A question that is no nearer is one of them: with 20 of them that
 * happens to an answered one by chance at most once in 21 times (p = 1 / (n + 1)).
 */
const nearestForeign = async (
  embedder: TextEmbedder,
  nearest: (vector: Float32Array, count: number) => Promise<{ similarity: number }[]>,
  signal?: AbortSignal,
): Promise<number> => {
  const vectors = await embedder.embed(FOREIGN_QUESTIONS, "query", signal);
  const found = await Promise.all(vectors.map((vector) => nearest(vector, 1)));
  return Math.max(...found.flat().map(({ similarity }) => similarity));
};

const hnswStore = async (embedder: TextEmbedder, numDimensions: number): Promise<HNSWLib> => {
  const { HNSWLib } = await import("@langchain/community/vectorstores/hnswlib");
  const embed = async (texts: string[], role: TextRole): Promise<number[][]> =>
    (await embedder.embed(texts, role)).map((vector) => [...vector]);
  const embeddings = {
    embedDocuments: (texts: string[]) => embed(texts, "passage"),
    embedQuery: async (text: string) => (await embed([text], "query"))[0] ?? [],
  };
  return new HNSWLib(embeddings, { space: "cosine", numDimensions });
};
