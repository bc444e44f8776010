import { z } from "zod";
import { FoundPassage } from "../../domain/manual-answer.ts";
import { ProductId } from "../../domain/product.ts";
import { ASKS_ONLY, defineMcpTool } from "../define-mcp-tool.ts";
import { productOf } from "../product-of.ts";
import { uriOf } from "../uris.ts";

export const searchManual = defineMcpTool({
  name: "search_manual",
  title: "Search the manuals",
  description:
    "Passages of a product's manuals that answer a question, in Korean or English: the exact words with document, " +
    "revision and page. None where the manuals do not answer.",
  input: z.object({
    question: z.string().trim().min(1).max(1000),
    product: ProductId.optional().describe("Left out for the only product."),
    limit: z.int().min(1).max(10).default(4),
  }),
  output: z.object({
    product: ProductId,
    passages: z.array(
      FoundPassage.omit({ documentId: true, form: true }).extend({
        uri: z.string().describe("A picture of the page."),
      }),
    ),
    searchedBy: z
      .enum(["words", "words and meaning"])
      .describe("By words alone, what is said in other words may be missed."),
  }),
  annotations: ASKS_ONLY,
  async run({ question, product: named, limit }, { inspector, progress }) {
    const { id: product } = await productOf(named, inspector);
    const { passages: found, retrieval } = await inspector.manuals.search(product, question, limit, progress);
    const passages = found.map(({ documentId, form, ...passage }) => ({
      ...passage,
      uri: uriOf.manualPage(documentId, passage.page),
    }));
    const searchedBy = retrieval.vectors === "used" ? ("words and meaning" as const) : ("words" as const);
    return {
      result: { product, passages, searchedBy },
      text: passages.map(quoted).join("\n\n") || `The manuals of ${product} do not answer this.`,
    };
  },
});

const quoted = ({ document, revision, page, headings, quotation }: Quoted): string =>
  `${document}, revision ${revision}, page ${page}${headings.length > 0 ? ` (${headings.join(" › ")})` : ""}:\n> ${quotation}`;

type Quoted = Pick<FoundPassage, "document" | "revision" | "page" | "headings" | "quotation">;
