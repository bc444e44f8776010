// Which defect types a report says that the part has: those that its summary and status name, not those of single
// known cases that it compares the picture with.
import type { DefectType } from "../../../src/domain/defect-type.ts";
import type { Inspection } from "../../../src/domain/inspection.ts";
import type { Language } from "../../../src/domain/language.ts";
import type { Report } from "../../../src/domain/report.ts";
import { withoutQuotations } from "./quoted.ts";

/** Codes, in the order of `types`. */
export const namedTypes = (
  { summary, sections, language }: Report,
  { evidence }: Pick<Inspection, "evidence">,
  types: readonly DefectType[],
): string[] => {
  const cases = new Set(evidence.filter(({ kind }) => kind === "similar").map(({ id }) => id));
  const claims = [...(summary ? [summary] : []), ...sections.status].filter(
    ({ evidence: cited }) => !cited.every((id) => cases.has(id)),
  );
  const text = claims.map((claim) => withoutQuotations(claim.text)).join("\n");
  return typesIn(text, language, types);
};

const typesIn = (text: string, language: Language, types: readonly DefectType[]): string[] =>
  types
    .filter(({ names }) => {
      const name = names[language].replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
      return new RegExp(language === "en" ? `\\b${name}(?:e?s)?\\b` : name, "iu").test(text);
    })
    .map(({ code }) => code);

/** The types that the record itself speaks of. */
export const recordedTypes = ({ evidence, regions }: Pick<Inspection, "evidence" | "regions">): Set<string> =>
  new Set([
    ...regions.flatMap(({ label }) => label ?? []),
    ...evidence.flatMap((item) => {
      if (item.kind === "similar") return [item.caseType];
      if (item.kind === "similarity" || item.kind === "manual") return item.defectType ?? [];
      return item.kind === "history" ? [item.defectType] : [];
    }),
  ]);
