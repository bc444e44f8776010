import { z } from "zod";
import { Passage } from "../domain/passage.ts";
import { ProductId } from "../domain/product.ts";
import { rankPassages } from "../rag/rank.ts";
import { termsOf } from "../rag/terms.ts";
import { defineTool } from "./define-tool.ts";

/** So many candidates are ranked for each passage that is asked for. */
const CANDIDATES = 6;

export const searchManual = defineTool({
  name: "search_manual",
  description:
    "Find passages in a product's manuals by a question in Korean or English. Each comes with document, revision, page and exact quotation; none comes when the manuals do not speak of it.",
  input: z.object({
    product: ProductId,
    question: z.string().min(1),
    limit: z.int().min(1).max(50).default(5),
  }),
  output: z.array(Passage),
  async run({ product, question, limit }, { store }) {
    const terms = [...new Set(termsOf(question))];
    const found = await store.manuals.search({ product, terms, limit: CANDIDATES * limit });
    return rankPassages(question, found)
      .slice(0, limit)
      .map(({ passage }) => passage);
  },
});
