import type { Profile } from "./profile.ts";

/** Any other model, such as one behind an OpenAI-compatible endpoint: nothing is taken for granted. */
export const UNKNOWN_MODEL: Profile = {
  name: "any",
  tags: [],
  mostContextTokens: 32_768,
  bytesPerToken: { latin: 2, other: 1 },
  pictures: {
    most: 3,
    longestEdgePx: 1008,
    cost: { kind: "range", least: 64, most: 3072 },
    boxes: "thousandths",
  },
};
