import { z } from "zod";
import type { Case } from "../domain/case.ts";
import { SimilarCaseEvidence, Similarity, SimilarityEvidence } from "../domain/evidence.ts";
import { BlobId } from "../domain/image-ref.ts";
import { ProductId, View } from "../domain/product.ts";
import type { NearItem, VectorSetKey } from "../store/store.ts";
import { nearnessPValue } from "../vision/similarity/nearness.ts";
import { defineTool, type ToolContext } from "./define-tool.ts";
import type { ScoredPicture } from "./picture-scorer.ts";
import { typeOfNearest } from "./type-of-nearest.ts";

const SimilarCase = SimilarCaseEvidence.omit({ id: true, kind: true });
type SimilarCase = z.infer<typeof SimilarCase>;

export const NearGood = z.object({ image: BlobId, similarity: Similarity, fileName: z.string() });

export const SimilarityFinding = z.object({
  /** Null where no case is stored. */
  similarity: SimilarityEvidence.omit({ id: true, kind: true }).nullable(),
  /** For the whole picture, then for each region, or for the strongest spot where there is no region. */
  cases: z.array(SimilarCase),
  /** Nearest first. */
  good: z.array(NearGood),
  /** What the anomaly map says of the same picture, by which views are put in order. */
  anomaly: z.object({ pValue: z.number(), distance: z.number(), regions: z.int().nonnegative() }),
});
export type SimilarityFinding = z.infer<typeof SimilarityFinding>;

export const findSimilar = defineTool({
  name: "find_similar",
  description:
    "Find the known defect cases and the good pictures that are most like a picture, as a whole and in each suspicious region.",
  input: z.object({
    image: BlobId,
    product: ProductId,
    view: View,
    /** Of each kind, for each question; an evaluation asks for the order of all. */
    count: z.int().min(1).max(1000).default(3),
  }),
  output: SimilarityFinding,
  async run({ image, product, view, count }, context) {
    const { scores, vectors, store, signal } = context;
    const scored = await scores.score({ image, product, view }, signal);
    await vectors.complete(scored.bank, { signal });
    const near = await store.vectors.nearest({ product, view, set: "good" }, scored.vector, count);
    const good = await namedGood(near, { product, view }, context);
    const cases = (await store.cases.list(product)).filter((entry) => entry.view === view);
    const { pValue, map, regions } = scored;
    const anomaly = { pValue, distance: map.maximum, regions: regions.length };
    if (cases.length === 0) return { similarity: null, cases: [], good, anomaly };
    const questions = await questionsOf(image, scored, context);
    return { ...(await askCases(questions, { cases, count, scored, context })), good, anomaly };
  },
});

interface Question {
  readonly asked: SimilarCase["asked"];
  readonly vector: Float32Array;
}

/** More regions than this are not asked about; they come strongest first. */
const MOST_REGIONS = 5;

/** The whole, the spot, and each region, as vectors. */
const questionsOf = async (
  image: BlobId,
  { bank, vector, regions, spot }: ScoredPicture,
  { vectors, signal }: ToolContext,
): Promise<readonly Question[]> => {
  const boxes = [spot, ...regions.slice(0, MOST_REGIONS)];
  const parts = await vectors.describe(image, boxes, bank, signal);
  return [
    { asked: "whole", vector },
    ...parts.map((part, i): Question => ({ asked: i === 0 ? "spot" : i, vector: part })),
  ];
};

const askCases = async (
  questions: readonly Question[],
  {
    cases,
    count,
    scored,
    context,
  }: { cases: readonly Case[]; count: number; scored: ScoredPicture; context: ToolContext },
): Promise<Pick<SimilarityFinding, "similarity" | "cases">> => {
  const { store } = context;
  const { product, view } = scored.bank.record;
  const key: VectorSetKey = { product, view, set: "cases" };
  const answers = await Promise.all(
    // Each case may be found twice, as a whole and as a crop.
    questions.map(async ({ asked, vector }) => ({
      asked,
      near: await store.vectors.nearest(key, vector, 2 * count),
    })),
  );
  const found = answers.flatMap(({ asked, near }) => namedCases(near, { asked, cases, count }));
  const own = answers.slice(0, 2).map(({ near }) => near[0]?.similarity ?? 0);
  const good = await context.nulls.of(scored.bank);
  const pValue = nearnessPValue(own, good);
  const { alpha } = scored.product;
  const hasRegions = scored.regions.length > 0;
  const isSuspicious = hasRegions || pValue <= alpha;
  const shown = found.filter(({ asked }) => asked !== "spot" || !hasRegions);
  const strongest = shown.filter(({ asked }) => asked === (hasRegions ? 1 : "spot"));
  return {
    similarity: {
      cases: cases.length,
      similarity: Math.max(...shown.map(({ similarity }) => similarity)),
      pValue,
      alpha,
      references: good.length,
      ...(isSuspicious && typeOfNearest(strongest)),
    },
    cases: shown,
  };
};

/** Each case once, by the part of it that is nearer. */
const namedCases = (
  near: readonly NearItem[],
  { asked, cases, count }: { asked: SimilarCase["asked"]; cases: readonly Case[]; count: number },
): SimilarCase[] => {
  const byId = new Map(cases.map((entry) => [entry.id, entry]));
  const first = near.filter(({ item }, i) => near.findIndex((other) => other.item === item) === i);
  return first.slice(0, count).flatMap(({ item, part, similarity }, i) => {
    const known = byId.get(item);
    if (!known) return [];
    const { id: caseId, type: caseType, fileName } = known;
    return [
      {
        caseId,
        caseType,
        fileName,
        similarity,
        rank: i + 1,
        asked,
        matched: part === "crop" ? "crop" : "whole",
      },
    ];
  });
};

const namedGood = async (
  near: readonly NearItem[],
  { product, view }: { product: string; view: string },
  { store }: ToolContext,
): Promise<SimilarityFinding["good"]> => {
  const references = await store.references.list(product, view);
  return near.flatMap(({ item, similarity }) => {
    const reference = references.find(({ image }) => image.id === item);
    return reference ? [{ image: reference.image.id, similarity, fileName: reference.fileName }] : [];
  });
};
