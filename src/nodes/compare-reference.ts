import type { Region } from "../domain/region.ts";
import type { ReferenceFinding } from "../tools/compare-reference.ts";
import { asReader } from "./as-reader.ts";
import type { InspectionFacts, Learned, NodeDeps } from "./node.ts";
import { shownView } from "./shown-view.ts";

const EVIDENCE_ID = "R1";

/** SSIM against a good picture: the one asked for, the nearest one, or the first. Of several views the one that is shown. */
export const compareReference = ({ tools }: Pick<NodeDeps, "tools">) =>
  asReader("compareReference", async (facts, run) => {
    const { product, regions } = facts;
    const shown = shownView(facts);
    if (!product || !shown) return { skipped: "no product was named" };
    const { reference, choice } = choiceOf(facts);
    const finding = await tools.compareReference(
      { image: shown.id, product: product.id, view: shown.view, ...(reference && { reference }) },
      run,
    );
    if ("skipped" in finding) return finding;
    const { regions: different, ...measured } = finding;
    const evidence = { id: EVIDENCE_ID, kind: "reference" as const, choice, ...measured };
    // What differs from the first good picture alone may differ from it on good parts too.
    const added = choice === "first" ? [] : different.filter((region) => !overlapsAny(region, regions));
    return {
      evidence: [evidence],
      regions: [...supported(regions, different), ...added.map(ownRegion)],
    } satisfies Learned;
  });

const choiceOf = ({ request, nearestGood }: InspectionFacts) => {
  if (request.reference) return { reference: request.reference.image, choice: "asked" as const };
  if (nearestGood) return { reference: nearestGood.image, choice: "nearest" as const };
  return { reference: undefined, choice: "first" as const };
};

/** Known regions gain the comparison's support where it finds a difference too. */
const supported = (known: readonly Region[], different: readonly Box[]): Region[] =>
  known.map((region) =>
    overlapsAny(region, different)
      ? { ...region, supportedBy: [...region.supportedBy, EVIDENCE_ID] }
      : region,
  );

const ownRegion = (region: ReferenceFinding["regions"][number]): Region => ({
  ...region,
  supportedBy: [EVIDENCE_ID],
});

const overlapsAny = (box: Box, others: readonly Box[]): boolean =>
  others.some((other) => overlap(box, other));

type Box = Pick<Region, "x" | "y" | "width" | "height">;

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;
