import type { SimilarityFinding } from "../tools/find-similar.ts";
import { asReader } from "./as-reader.ts";
import type { Learned, NodeDeps } from "./node.ts";

/**
 * The nearest known cases and good pictures. It needs the anomaly map for its regions and asks for it itself, side
 * by side with detectAnomaly: whoever comes first has it computed, the other waits for the same result.
 */
export const findSimilarNode = ({ tools }: Pick<NodeDeps, "tools">) =>
  asReader("findSimilar", async ({ request, product }, run) => {
    if (!product) return { skipped: "no product was named" };
    const findings = await Promise.all(
      request.images.map(({ id, view }) => tools.findSimilar({ image: id, product: product.id, view }, run)),
    );
    const speaking = viewThatSpeaks(findings);
    if (!speaking) return { skipped: "no picture" };
    const learned = learnedFrom(speaking, findings[0]);
    return speaking.similarity ? learned : { skipped: "no cases registered", learned };
  });

/** Of several views the one whose regions detectAnomaly reports; where it reports none, the one nearest to a case. */
const viewThatSpeaks = (findings: readonly SimilarityFinding[]): SimilarityFinding | undefined => {
  const [worst] = findings.toSorted(
    ({ anomaly: a }, { anomaly: b }) => a.pValue - b.pValue || b.distance - a.distance,
  );
  if (worst && worst.anomaly.regions > 0) return worst;
  return findings.toSorted((a, b) => pValueOf(a) - pValueOf(b))[0];
};

const pValueOf = ({ similarity }: SimilarityFinding): number => similarity?.pValue ?? 1;

/** The comparison is drawn on the first picture, so the nearest good picture is that picture's. */
const learnedFrom = (
  { similarity, cases }: SimilarityFinding,
  first: SimilarityFinding | undefined,
): Learned => {
  const nearestGood = first?.good[0];
  return {
    evidence: [
      ...(similarity ? [{ id: "S0", kind: "similarity" as const, ...similarity }] : []),
      ...cases.map((found, i) => ({ id: `S${i + 1}`, kind: "similar" as const, ...found })),
    ],
    ...(nearestGood && { nearestGood }),
  };
};
