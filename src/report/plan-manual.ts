// What the manuals say, or that they say nothing. Passages are quoted, never paraphrased.
import { type EvidenceId, MANUAL_SECTIONS } from "../domain/evidence.ts";
import type { Bilingual } from "../domain/language.ts";
import type { ReportFacts } from "./facts.ts";
import { type EvidenceOf, evidenceOfKind, idsOf, verdictEvidence } from "./plan-evidence.ts";
import type { ManualSection, Point } from "./points.ts";
import { unquoted } from "./quotations.ts";

/** A section of a suspicious part: what is known of the defect type, the passages, and where they are missing. */
export const planManual = (facts: ReportFacts, section: ManualSection): readonly Point[] => {
  const passages = passagesOf(facts, section);
  if (passages.length === 0) return [{ kind: "noPassage", section, evidence: verdictEvidence(facts) }];
  const evidence = idsOf(passages);
  return [
    ...typePoints(facts, section),
    ...planPassages(facts, section),
    ...missingTypes(facts, section, evidence),
  ];
};

/** The passages of a section, in the order of the product's defect types; `undefined` for those of no section. */
export const planPassages = (
  facts: ReportFacts,
  section: ManualSection | undefined,
): readonly Point<"passage">[] =>
  passagesOf(facts, section).map((passage) => ({
    kind: "passage",
    section,
    defectType: typeNames(facts, passage.defectType),
    document: unquoted(passage.document),
    revision: passage.revision,
    page: passage.page,
    quotation: passage.quotation,
    evidence: [passage.id],
  }));

const passagesOf = (
  facts: ReportFacts,
  section: ManualSection | undefined,
): readonly EvidenceOf<"manual">[] => {
  const order = (facts.product?.types ?? []).map((type) => type.code);
  const rank = ({ defectType }: EvidenceOf<"manual">): number =>
    defectType !== undefined && order.includes(defectType) ? order.indexOf(defectType) : order.length;
  return evidenceOfKind(facts, "manual")
    .filter((passage) => passage.section === section)
    .toSorted((one, other) => rank(one) - rank(other));
};

/** Said once, where the first passages of a type are listed. */
const typePoints = (facts: ReportFacts, section: ManualSection): readonly Point[] => {
  const typed = evidenceOfKind(facts, "manual").filter(({ defectType }) => defectType !== undefined);
  const first = MANUAL_SECTIONS.find((name) => typed.some((passage) => passage.section === name));
  if (first !== section || isTypeKnown(facts)) return [];
  return [{ kind: "typeUndetermined", evidence: idsOf(typed) }];
};

/** Any evidence but a manual's that names a defect type has determined it. */
const isTypeKnown = (facts: ReportFacts): boolean =>
  facts.evidence.some((entry) => entry.kind !== "manual" && "defectType" in entry);

const missingTypes = (
  facts: ReportFacts,
  section: ManualSection,
  evidence: readonly EvidenceId[],
): readonly Point[] => {
  if (isTypeKnown(facts)) return [];
  const covered = new Set(passagesOf(facts, section).map((passage) => passage.defectType));
  const types = (facts.product?.types ?? []).filter((type) => !covered.has(type.code));
  if (covered.has(undefined) || types.length === 0) return [];
  return [{ kind: "typesWithoutPassage", section, types: types.map((type) => named(type.names)), evidence }];
};

/** The names of a defect type; its code for one that the product does not have. */
export const typeNames = (facts: ReportFacts, code: string | undefined): Bilingual | undefined => {
  if (code === undefined) return undefined;
  return named(facts.product?.types.find((type) => type.code === code)?.names ?? { ko: code, en: code });
};

/** Names fit to be written without being quoted. */
export const named = ({ ko, en }: Bilingual): Bilingual => ({ ko: unquoted(ko), en: unquoted(en) });
