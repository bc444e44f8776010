import type { Profile } from "./profile.ts";

/** Patches of 14 px, merged two by two; boxes in thousandths (Wang et al. 2024, arXiv:2409.12191). */
export const QWEN2_VL: Profile = {
  name: "qwen2-vl",
  tags: ["qwen2-vl", "qwen2vl"],
  mostContextTokens: 32_768,
  bytesPerToken: { latin: 2, other: 2 },
  pictures: {
    most: 3,
    longestEdgePx: 1008,
    cost: { kind: "grid", squarePx: 28, around: 2 },
    boxes: "thousandths",
  },
};
