import type { Profile } from "./profile.ts";

/** The family has text-only members (0.5B, 1.5B, Think); the rules below are for those that see. */
const TAGS = ["hyperclovax-seed", "hyperclova-x-seed", "hyperclovax_seed"];

export const HYPERCLOVA_X_SEED: Profile = {
  name: "hyperclova-x-seed",
  tags: TAGS,
  mostContextTokens: 16_384,
  bytesPerToken: { latin: 2, other: 2 },
  pictures: null,
};

/**
 * Up to nine grids of 378 px, condensed before the language model. How many tokens a picture takes is not published:
 * the range is wide, and what the server counts for the drawn test picture is recorded.
 */
export const HYPERCLOVA_X_SEED_VISION: Profile = {
  ...HYPERCLOVA_X_SEED,
  name: "hyperclova-x-seed-vision",
  tags: TAGS.map((tag) => `${tag}-vision`),
  pictures: {
    most: 1,
    longestEdgePx: 1008,
    cost: { kind: "range", least: 64, most: 2560 },
    boxes: "unit",
  },
};
