// The report of a record in another language: planned again from the record's own facts and phrased by rules, so that
// it says the same. What the check had removed stays listed, in the words in which it was written.
import type { Inspection } from "../domain/inspection.ts";
import type { Language } from "../domain/language.ts";
import type { Product } from "../domain/product.ts";
import type { Report } from "../domain/report.ts";
import { namesOf } from "./check-report.ts";
import type { CheckContext } from "./check/fault.ts";
import { checkedReport } from "./checked-report.ts";
import type { ReportFacts } from "./facts.ts";
import { planReport } from "./plan.ts";
import { writeByRules } from "./rule-writer.ts";

export interface RephraseWith {
  readonly product: Product | null;
  readonly pageText: CheckContext["pageText"];
}

export const rephrased = (
  inspection: Inspection,
  language: Language,
  { product, pageText }: RephraseWith,
): Report => {
  const facts: ReportFacts = { ...inspection, product, images: inspection.images.map(({ image }) => image) };
  const plan = planReport(facts);
  const names = [...namesOf(product), ...inspection.images.map(({ fileName }) => fileName)];
  const report = checkedReport(writeByRules(plan, language), plan, { ...facts, names, pageText });
  return { ...report, removed: [...inspection.report.removed, ...report.removed] };
};
