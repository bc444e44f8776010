// What people did before about burrs on the tests' product.
import type { EvidenceOf } from "../plan-evidence.ts";

export const HISTORY: EvidenceOf<"history"> = {
  id: "H1",
  kind: "history",
  defectType: "burr-2",
  inspections: 6,
  actions: [
    {
      action: "핀 3번 교체",
      times: 5,
      judged: 4,
      solved: 3,
      solvedShare: 0.75,
      solvedLow: 0.3006,
      solvedHigh: 0.9544,
    },
    { action: "ground by hand", times: 2, judged: 0, solved: 0 },
  ],
};
