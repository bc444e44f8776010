import type { Profile } from "./profile.ts";

/** Patches of 16 px, merged two by two; boxes in thousandths again. */
export const QWEN3_VL: Profile = {
  name: "qwen3-vl",
  tags: ["qwen3-vl", "qwen3vl"],
  pull: "qwen3-vl:4b",
  mostContextTokens: 32_768,
  bytesPerToken: { latin: 2, other: 2 },
  pictures: {
    most: 3,
    longestEdgePx: 1024,
    cost: { kind: "grid", squarePx: 32, around: 2 },
    boxes: "thousandths",
  },
};
