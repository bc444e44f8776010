import { z } from "zod";
import { DefectType } from "../../domain/defect-type.ts";
import { Bilingual } from "../../domain/language.ts";
import { ProductId, View } from "../../domain/product.ts";
import type { ProductSummary } from "../../inspector.ts";
import { ASKS_ONLY, defineMcpTool } from "../define-mcp-tool.ts";
import { uriOf } from "../uris.ts";

const ListedProduct = z.object({
  id: ProductId,
  names: Bilingual,
  views: z.array(View),
  defectTypes: z.array(DefectType.pick({ code: true, names: true })),
  alpha: z.number().describe("The rate of good parts that may be failed."),
  goodPictures: z.int().nonnegative(),
  cases: z.int().nonnegative(),
  manuals: z.array(z.string()),
  uri: z.string(),
});
type ListedProduct = z.infer<typeof ListedProduct>;

export const listProducts = defineMcpTool({
  name: "list_products",
  title: "List the products",
  description: "The products that can be inspected, with their defect types, known cases and manuals.",
  input: z.object({}),
  output: z.object({ products: z.array(ListedProduct) }),
  annotations: ASKS_ONLY,
  async run(_, { inspector: { products: known } }) {
    const all = await known.list();
    const products = await Promise.all(all.map(async ({ id }) => listed(await known.show(id))));
    return { result: { products }, text: products.map(lineOf).join("\n") || NONE };
  },
});

const NONE = "No product is registered yet. The first inspection registers the demo product, casting.";

const listed = ({ product, references, manuals, cases }: ProductSummary): ListedProduct => ({
  id: product.id,
  names: product.names,
  views: product.views,
  defectTypes: product.types.map(({ code, names }) => ({ code, names })),
  alpha: product.alpha,
  goodPictures: references,
  cases,
  manuals: manuals.map(({ document }) => document),
  uri: uriOf.product(product.id),
});

const lineOf = ({ id, names, defectTypes, goodPictures, cases, manuals, alpha }: ListedProduct): string => {
  const types = defectTypes.map(({ code, names: of }) => `${code} (${of.ko}, ${of.en})`).join(", ");
  return `${id}: ${names.ko}, ${names.en}. Defect types: ${types || "none"}. ${goodPictures} good pictures, ${cases} cases, ${manuals.length} manuals, alpha ${alpha}.`;
};
