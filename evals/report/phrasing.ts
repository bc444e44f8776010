// One way of saying something, right or wrong, of a drawn record.
import type { Section } from "../../src/domain/report.ts";
import type { DrawnRecord } from "./records.ts";

export const FAULTS = [
  "number",
  "number_in_words",
  "unit",
  "quotation",
  "type",
  "place",
  "verdict",
  "finding_denied",
  "relation",
  "certainty",
  "other_subject",
  "evidence_id",
] as const;
export type FaultKind = (typeof FAULTS)[number];

export interface Phrased {
  readonly text: string;
  readonly evidence: readonly string[];
  readonly section?: Section;
}

/** Undefined where the record has nothing of which this could be said. */
export type Phrasing = (record: DrawnRecord) => Phrased | undefined;

export interface PhrasingSet {
  readonly sound: readonly Phrasing[];
  readonly faulty: Readonly<Record<FaultKind, readonly Phrasing[]>>;
}

export const say =
  (evidence: string, text: (record: DrawnRecord) => string, only?: DrawnRecord["verdict"]): Phrasing =>
  (record) => {
    if (only !== undefined && record.verdict !== only) return undefined;
    const ids = evidence.split(" ");
    const known = new Set(record.facts.evidence.map(({ id }) => id));
    // A made-up id is what some faults are about; the others need their evidence.
    if (ids.some((id) => !known.has(id) && !/9\d?$/.test(id))) return undefined;
    return { text: text(record), evidence: ids };
  };
