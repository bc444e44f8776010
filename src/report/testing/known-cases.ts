// The known cases nearest to the tests' parts.
import type { Evidence } from "../../domain/evidence.ts";

const similar = (id: string, asked: 1 | "spot" | "whole", rank: number): Evidence => ({
  id,
  kind: "similar",
  caseId: `casting_burr-2_00${rank}`,
  caseType: "burr-2",
  fileName: `0${rank}.jpg`,
  similarity: 0.8765 - rank / 100,
  rank,
  asked,
  matched: asked === "whole" ? "whole" : "crop",
});

/** Two of the three cases nearest to what was asked are of one type. */
export const similarCases = (asked: 1 | "spot", pValue: number): readonly Evidence[] => [
  {
    id: "S0",
    kind: "similarity",
    cases: 24,
    similarity: 0.8665,
    pValue,
    alpha: 0.05,
    references: 45,
    defectType: "burr-2",
    votes: { nearest: 3, agreeing: 2 },
  },
  similar("S1", "whole", 1),
  similar("S2", asked, 1),
  similar("S3", asked, 2),
];
