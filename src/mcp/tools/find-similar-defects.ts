import { z } from "zod";
import type { Case } from "../../domain/case.ts";
import { CaseId } from "../../domain/case.ts";
import { DefectCode } from "../../domain/defect-type.ts";
import { Similarity } from "../../domain/evidence.ts";
import type { BlobId } from "../../domain/image-ref.ts";
import { Bilingual } from "../../domain/language.ts";
import { DEFAULT_VIEW, type Product, ProductId } from "../../domain/product.ts";
import { GumsaError } from "../../errors.ts";
import type { ContentBlock } from "@modelcontextprotocol/sdk/types.js";
import type { Call } from "../context.ts";
import { ASKS_ONLY, defineMcpTool } from "../define-mcp-tool.ts";
import { PictureInput, readPicture } from "../picture.ts";
import { productOf } from "../product-of.ts";
import { knownId } from "../stored-pictures.ts";
import { thumbnailsOf } from "../thumbnails.ts";
import { uriOf } from "../uris.ts";

const FoundCase = z.object({
  caseId: CaseId,
  type: DefectCode,
  names: Bilingual.optional().describe("Of the defect type."),
  fileName: z.string(),
  similarity: Similarity.optional().describe("0 to 1; absent where only words were compared."),
  uri: z.string(),
});
type FoundCase = z.infer<typeof FoundCase>;

/** Pictures sent along. */
const MOST_THUMBNAILS = 3;

export const findSimilarDefects = defineMcpTool({
  name: "find_similar_defects",
  title: "Find similar defects",
  description:
    "Known defect cases of a product that are most like an inspected part, like a picture, or like words in Korean " +
    "or English.",
  input: z.object({
    inspection: z.string().optional().describe("An inspection's id."),
    image: PictureInput.optional(),
    words: z.string().trim().min(1).max(500).optional(),
    product: ProductId.optional().describe("Left out for the only product."),
    count: z.int().min(1).max(10).default(5),
    thumbnails: z.boolean().default(true).describe("Send small pictures of the first three along."),
  }),
  output: z.object({
    product: ProductId,
    cases: z.array(FoundCase).describe("Most alike first."),
    likeliestType: DefectCode.optional().describe(
      "Where the part is suspicious: the type of most near cases.",
    ),
    pValue: z
      .number()
      .optional()
      .describe("The share of good pictures that come as near to a case; small when suspicious."),
  }),
  annotations: ASKS_ONLY,
  async run(asked, call) {
    const { product, cases, ...finding } = await found(asked, call);
    const known = await call.inspector.cases.list(product.id);
    const named = cases.slice(0, asked.count).flatMap(({ id, similarity }) => {
      const entry = known.find((other) => other.id === id);
      return entry ? [{ ...described(entry, product), ...(similarity !== undefined && { similarity }) }] : [];
    });
    return {
      result: { product: product.id, cases: named, ...finding },
      text: named.map(lineOf).join("\n") || `No known case of ${product.id} is like it.`,
      attachments: await attachmentsOf(named, known, asked.thumbnails, call),
    };
  },
});

interface Finding {
  readonly product: Product;
  /** Most alike first, each once. */
  readonly cases: readonly { readonly id: CaseId; readonly similarity?: number }[];
  readonly likeliestType?: string;
  readonly pValue?: number;
}

interface Asked {
  readonly inspection?: string | undefined;
  readonly image?: PictureInput | undefined;
  readonly words?: string | undefined;
  readonly product?: string | undefined;
  readonly count: number;
}

/** Throws `usage_invalid` unless exactly one thing is asked about. */
const found = async (
  { inspection: id, image, words, product, count }: Asked,
  call: Call,
): Promise<Finding> => {
  const { inspector } = call;
  if ([id, image, words].filter((way) => way !== undefined).length !== 1) {
    throw new GumsaError("usage_invalid", "Exactly one of inspection, image and words is asked about.");
  }
  if (words !== undefined) return byWords(words, await productOf(product, inspector), { count, call });
  if (image !== undefined) {
    const { bytes } = await readPicture(image, call);
    const stored = { image: await inspector.blobs.put(bytes), view: DEFAULT_VIEW };
    return byPicture(stored, await productOf(product, inspector), { count, call });
  }
  const recorded = await inspector.inspections.get(knownId(id ?? ""));
  const [first] = recorded.images;
  const stored = { image: first?.image.id ?? "", view: first?.view ?? DEFAULT_VIEW };
  return byPicture(stored, await productOf(product ?? recorded.product ?? undefined, inspector), {
    count,
    call,
  });
};

const byWords = async (
  words: string,
  product: Product,
  { count, call }: { count: number; call: Call },
): Promise<Finding> => {
  const { cases } = await call.inspector.cases.search({ product: product.id, words, count }, call.progress);
  return {
    product,
    cases: cases.map(({ id, similarity }) => ({ id, ...(similarity !== undefined && { similarity }) })),
  };
};

/** A case may be near the whole and near a region: once, by the nearer. */
const byPicture = async (
  { image, view }: { image: BlobId; view: string },
  product: Product,
  { count, call: { inspector, progress } }: { count: number; call: Call },
): Promise<Finding> => {
  const input = { image, product: product.id, view, count };
  const { similarity, cases } = await inspector.tool("findSimilar", input, progress);
  const nearest = new Map<CaseId, number>();
  for (const { caseId, similarity } of cases)
    nearest.set(caseId, Math.max(similarity, nearest.get(caseId) ?? 0));
  return {
    product,
    cases: [...nearest]
      .map(([id, similarity]) => ({ id, similarity }))
      .sort((one, other) => other.similarity - one.similarity),
    ...(similarity?.defectType !== undefined && { likeliestType: similarity.defectType }),
    ...(similarity && { pValue: similarity.pValue }),
  };
};

const described = ({ id, type, fileName }: Case, { types }: Product): FoundCase => {
  const names = types.find(({ code }) => code === type)?.names;
  return { caseId: id, type, fileName, uri: uriOf.caseImage(id), ...(names && { names }) };
};

const lineOf = ({ caseId, type, names, similarity }: FoundCase): string =>
  `${caseId}: ${names ? `${names.ko}, ${names.en}` : type}${similarity === undefined ? "" : `, similarity ${similarity.toFixed(2)}`}`;

const attachmentsOf = async (
  cases: readonly FoundCase[],
  known: readonly Case[],
  hasThumbnails: boolean,
  { inspector, progress }: Call,
): Promise<ContentBlock[]> => {
  const shown = cases.slice(0, hasThumbnails ? MOST_THUMBNAILS : 0).flatMap(({ caseId }) => {
    const entry = known.find(({ id }) => id === caseId);
    return entry ? [entry.image.id] : [];
  });
  const links = cases.map(
    ({ caseId, uri }): ContentBlock => ({ type: "resource_link", uri, name: caseId, mimeType: "image/*" }),
  );
  return [...(await thumbnailsOf(shown, inspector, progress.signal)), ...links];
};
