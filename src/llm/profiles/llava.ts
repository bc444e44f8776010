import type { Profile } from "./profile.ts";

/**
 * 576 tokens a tile of 336 px: one in version 1.5, up to five in 1.6. Its vocabulary has few Korean syllables, so that
 * one may take three tokens.
 */
export const LLAVA: Profile = {
  name: "llava",
  tags: ["llava"],
  pull: "llava:7b",
  mostContextTokens: 32_768,
  bytesPerToken: { latin: 2, other: 1 },
  pictures: {
    most: 1,
    longestEdgePx: 672,
    cost: { kind: "range", least: 576, most: 2880 },
    boxes: "unit",
  },
};
