// One manual of three pages and the passages cut from it.
import type { EvidenceOf } from "../plan-evidence.ts";
import { blob } from "./casting.ts";

/** The pages of one manual, by number from 1. */
export const PAGES: readonly string[] = [
  "Casting manual\nPorosity\nCauses: Gas is trapped when the melt is poured\nabove 720 °C. Keep “slow” filling.",
  "Actions: Grind the burr down to 0.2 mm and inspect again.",
  "Prevention: Degas the melt for 15 minutes before each shift.",
];

const passage = (id: string, page: number, quotation: string): EvidenceOf<"manual"> => ({
  id,
  kind: "manual",
  document: "casting v2 (en).pdf",
  documentId: blob("d"),
  revision: 1,
  page,
  headings: ["Defects", `${page}. Topic`],
  quotation,
});

export const PASSAGES: readonly EvidenceOf<"manual">[] = [
  {
    ...passage("M1", 1, "Gas is trapped when the melt is poured above 720 °C. Keep “slow” filling."),
    section: "causes",
    defectType: "hole",
  },
  {
    ...passage("M2", 2, "Grind the burr down to 0.2 mm and inspect again."),
    section: "actions",
    defectType: "burr-2",
  },
  { ...passage("M3", 3, "Degas the melt for 15 minutes before each shift."), section: "prevention" },
  passage("M4", 1, "Casting manual"),
];
