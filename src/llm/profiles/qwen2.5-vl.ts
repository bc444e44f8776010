import type { Profile } from "./profile.ts";

/** As Qwen2-VL, but boxes are pixels of the resized picture (Bai et al. 2025, arXiv:2502.13923). */
export const QWEN25_VL: Profile = {
  name: "qwen2.5-vl",
  tags: ["qwen2.5-vl", "qwen2.5vl", "qwen2_5_vl", "qwen25vl"],
  pull: "qwen2.5vl:3b",
  mostContextTokens: 32_768,
  bytesPerToken: { latin: 2, other: 2 },
  pictures: {
    most: 3,
    longestEdgePx: 1008,
    cost: { kind: "grid", squarePx: 28, around: 2 },
    boxes: "resized_pixels",
  },
};
