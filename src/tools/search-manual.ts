import { z } from "zod";
import type { DefectType } from "../domain/defect-type.ts";
import { type FoundPassage, ManualAnswer } from "../domain/manual-answer.ts";
import type { Passage } from "../domain/passage.ts";
import { ProductId } from "../domain/product.ts";
import { conceptsOf, searchTerms } from "../rag/concepts.ts";
import { fuseRanks } from "../rag/fuse.ts";
import { rankPassages } from "../rag/rank.ts";
import { defectTypeOf, sectionOf } from "../rag/section-of.ts";
import type { Store } from "../store/store.ts";
import { defineTool } from "./define-tool.ts";
import { knownProduct } from "./known-product.ts";
import { passageId } from "./passage-vectors.ts";

/** So many candidates are ranked for each passage that is asked for. */
const CANDIDATES = 12;

export const searchManual = defineTool({
  name: "search_manual",
  description:
    "Find passages in a product's manuals by a question in Korean or English. Each comes with document, revision, SHA-256, page and exact quotation; none comes when the manuals do not answer it.",
  input: z.object({
    product: ProductId,
    question: z.string().min(1),
    limit: z.int().min(1).max(50).default(5),
  }),
  output: ManualAnswer,
  async run({ product, question, limit }, { store, passageVectors, signal, onProgress }) {
    const { types } = await knownProduct(product, store);
    const found = new Map<string, Passage>();
    const byWords = await searchWords({ product, question, types, limit: CANDIDATES * limit }, store);
    for (const passage of byWords) found.set(passageId(passage), passage);
    const lexical = [...found.keys()];
    const { retrieval, passages } = await passageVectors.search(product, question, { signal, onProgress });
    for (const passage of passages) found.set(passageId(passage), passage);
    const ranked = fuseRanks(lexical, passages.map(passageId));
    return {
      passages: ranked.slice(0, limit).flatMap((id) => describe(found.get(id), types)),
      retrieval,
    };
  },
});

interface WordSearch {
  readonly product: string;
  readonly question: string;
  readonly types: readonly DefectType[];
  readonly limit: number;
}

const searchWords = async (
  { product, question, types, limit }: WordSearch,
  { manuals }: Store,
): Promise<Passage[]> => {
  const terms = searchTerms(conceptsOf(question, types));
  const frequencies = await manuals.frequencies(product, terms);
  const candidates = await manuals.search({ product, terms, limit });
  return rankPassages({ question, types, frequencies }, candidates).map(({ passage }) => passage);
};

const describe = (passage: Passage | undefined, types: readonly DefectType[]): FoundPassage[] => {
  if (!passage) return [];
  const section = sectionOf(passage.headings);
  const defectType = defectTypeOf(passage.headings, types);
  return [{ ...passage, ...(section && { section }), ...(defectType && { defectType }) }];
};
