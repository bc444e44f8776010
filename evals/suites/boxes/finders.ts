// Whatever gives boxes. A new reader of boxes is one more entry here; figures, page and comparison follow.

import type { GroundedEvidence } from "../../../src/domain/evidence.ts";
import type { BlobId } from "../../../src/domain/image-ref.ts";
import { DEFAULT_VIEW } from "../../../src/domain/product.ts";
import type { Region } from "../../../src/domain/region.ts";
import type { SuiteContext } from "../../context.ts";
import type { FoundBox } from "../../metrics/detections.ts";

export interface BoxQuestion {
  readonly image: BlobId;
  readonly product: string;
  /** A good picture of the very same thing, where the data set has one. */
  readonly good?: BlobId | undefined;
}

export interface BoxFinder {
  readonly name: string;
  /** Undefined where it cannot be asked of this picture. */
  find(question: BoxQuestion, context: SuiteContext): Promise<FoundBox[] | undefined>;
}

type GroundedBox = Omit<GroundedEvidence, "id" | "kind">;

/** What they find counts whatever it is called. */
export const ANY = "defect";

export const FINDERS: readonly BoxFinder[] = [
  {
    name: "anomaly",
    async find({ image, product }, { inspector, signal }) {
      const question = { image, product, view: DEFAULT_VIEW };
      return foundIn((await inspector.tool("detectAnomaly", question, { signal })).regions);
    },
  },
  {
    name: "cases",
    find: async (question, context) => (await groundedIn(question, context))?.map(asFound),
  },
  {
    name: "cases-supported",
    find: async (question, context) =>
      (await groundedIn(question, context))?.filter(({ isSupported }) => isSupported).map(asFound),
  },
  {
    name: "reference",
    async find({ image, product, good }, { inspector, signal }) {
      if (good === undefined || good === image) return undefined;
      const question = { image, product, view: DEFAULT_VIEW, reference: good };
      const finding = await inspector.tool("compareReference", question, { signal });
      return "skipped" in finding ? [] : foundIn(finding.regions);
    },
  },
];

/** Undefined for a product without known cases. */
const groundedIn = async (
  { image, product }: BoxQuestion,
  { inspector, signal }: SuiteContext,
): Promise<GroundedBox[] | undefined> => {
  const question = { image, product, view: DEFAULT_VIEW };
  const finding = await inspector.tool("groundDefects", question, { signal });
  return "skipped" in finding ? undefined : finding.boxes;
};

const asFound = ({ box, likeness }: GroundedBox): FoundBox => ({ box, label: ANY, score: likeness });

const foundIn = (regions: readonly Pick<Region, "x" | "y" | "width" | "height" | "distance">[]): FoundBox[] =>
  regions.map(({ x, y, width, height, distance }) => ({
    box: { x, y, width, height },
    label: ANY,
    score: distance,
  }));
