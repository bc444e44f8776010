import type { Profile } from "./profile.ts";

/** Korean and English, text alone: it gets the evidence and not the picture. */
export const EXAONE_35: Profile = {
  name: "exaone-3.5",
  tags: ["exaone3.5", "exaone-3.5"],
  pull: "exaone3.5:2.4b",
  mostContextTokens: 32_768,
  bytesPerToken: { latin: 2, other: 2 },
  pictures: null,
};
