// How the tests of this folder get facts, what may be said of them, and a record. The facts are in testing/.
import type { Inspection } from "../domain/inspection.ts";
import type { Language } from "../domain/language.ts";
import type { Report } from "../domain/report.ts";
import { type CheckContext, namesOf } from "./check-report.ts";
import type { ReportFacts } from "./facts.ts";
import { CASES } from "./testing/cases.ts";
import { blob } from "./testing/casting.ts";
import { PAGES } from "./testing/manual.ts";

export const LANGUAGES: readonly Language[] = ["ko", "en"];

export const factsNamed = (name: string): ReportFacts => {
  const found = CASES.find(([title]) => title === name);
  if (found === undefined) throw new Error(`no facts are named ${name}`);
  return found[1];
};

export const contextOf = (facts: ReportFacts): CheckContext => ({
  ...facts,
  names: [...namesOf(facts.product), "hole/01.jpg"],
  pageText: (documentId, page) => (documentId === blob("d") ? PAGES[page - 1] : undefined),
});

export const inspectionOf = (facts: ReportFacts, report: Report): Inspection => ({
  id: "insp_0123456789abcdefghij",
  createdAt: "2025-03-04T05:06:07.123Z",
  product: facts.product?.id ?? null,
  images: facts.images.map(({ widthPx, heightPx }) => ({
    view: "front",
    fileName: "hole/01.jpg",
    image: { id: blob("1"), widthPx, heightPx, format: "jpeg", sizeBytes: 81234, frames: 1 },
  })),
  metadata: { station: "3", position: { x: 1.5 } },
  capture: facts.capture,
  readers: facts.readers,
  evidence: [...facts.evidence],
  regions: [...facts.regions],
  verdict: facts.verdict,
  report,
  pictures: {},
  timingsMs: { gradeCapture: 12.3, detectAnomaly: 84.21, total: 143.9 },
  versions: { gumsa: "0.1.0", "patch-features": "1.0.0", bank: "bank-7f3" },
});
