import type { Coverage, CoveredPlace } from "../domain/coverage.ts";
import type { DefectType } from "../domain/defect-type.ts";
import { MANUAL_SECTIONS } from "../domain/evidence.ts";
import type { Passage } from "../domain/passage.ts";
import { type Guidance, guidanceIn } from "./guidance.ts";
import type { ManualSection } from "./section-of.ts";

/** Where causes, actions and prevention of each type stand, and where they are missing. */
export const coverageOf = (
  types: readonly DefectType[],
  passages: readonly Passage[],
): Pick<Coverage, "types" | "gaps"> => {
  const guidance = guidanceIn(passages, types);
  const placesOf = (code: string, section: ManualSection): CoveredPlace[] =>
    places(guidance.filter((item) => item.defectType === code && item.section === section));
  const covered = types.map(({ code, names }) => ({
    code,
    names,
    causes: placesOf(code, "causes"),
    actions: placesOf(code, "actions"),
    prevention: placesOf(code, "prevention"),
  }));
  const gaps = covered.flatMap((type) =>
    MANUAL_SECTIONS.filter((section) => type[section].length === 0).map((section) => ({
      code: type.code,
      section,
    })),
  );
  return { types: covered, gaps };
};

const places = (guidance: readonly Guidance[]): CoveredPlace[] => {
  const byDocument = new Map<string, CoveredPlace>();
  for (const { document, documentId, revision, page } of guidance) {
    const pages = byDocument.get(documentId)?.pages ?? [];
    byDocument.set(documentId, { document, documentId, revision, pages: [...new Set([...pages, page])] });
  }
  return [...byDocument.values()];
};
