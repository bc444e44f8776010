// Plants faults in sentences about drawn records and counts what the check catches, and how many sound sentences it
// takes out. The sentences are made without the checker; only this file brings the two together.
import type { Report, Section } from "../../src/domain/report.ts";
import { type CheckContext, checkReport, namesOf } from "../../src/report/check-report.ts";
import { FAULTS, type FaultKind, type Phrased, type Phrasing, type PhrasingSet } from "./phrasing.ts";
import { type DrawnRecord, drawRecord } from "./records.ts";

export interface Count {
  readonly removed: number;
  readonly of: number;
  /** Of faults, those that stayed; of sound sentences, those that were removed. */
  readonly mistakes: readonly string[];
}

export interface Measured {
  readonly sound: Count;
  readonly faults: Readonly<Record<FaultKind, Count>>;
}

/** Enough that each kind of fault comes to at least 60 sentences. */
const RECORDS: readonly DrawnRecord[] = (
  [
    ["fail", 10],
    ["pass", 8],
    ["review", 4],
  ] as const
).flatMap(([verdict, count], kind) =>
  Array.from({ length: count }, (_, index) => drawRecord(100 * kind + index + 1, verdict)),
);

export const measurePlanted = ({ sound, faulty }: PhrasingSet): Measured => ({
  sound: count(sound, { isFault: false }),
  // Every kind has its phrasings, which the type of the set guarantees.
  faults: Object.fromEntries(
    FAULTS.map((kind) => [kind, count(faulty[kind], { isFault: true })]),
  ) as unknown as Measured["faults"],
});

const count = (phrasings: readonly Phrasing[], { isFault }: { isFault: boolean }): Count => {
  const sentences = phrasings.flatMap((phrase) =>
    RECORDS.flatMap((record) => {
      const phrased = phrase(record);
      return phrased ? [{ record, phrased }] : [];
    }),
  );
  const judged = sentences.map(({ record, phrased }) => ({ phrased, isRemoved: isRemoved(phrased, record) }));
  return {
    removed: judged.filter((one) => one.isRemoved).length,
    of: judged.length,
    mistakes: judged.filter((one) => one.isRemoved !== isFault).map(({ phrased }) => phrased.text),
  };
};

const isRemoved = ({ text, evidence, section = "status" }: Phrased, record: DrawnRecord): boolean => {
  const sections: Record<Section, Report["sections"]["status"]> = {
    status: [],
    causes: [],
    actions: [],
    prevention: [],
    [section]: [{ text, evidence: [...evidence] }],
  };
  const report: Report = { language: "en", writer: "draft", sections, removed: [] };
  return checkReport(report, contextOf(record)).removed.length > 0;
};

const contextOf = ({ facts, page, pageText }: DrawnRecord): CheckContext => ({
  ...facts,
  names: [...namesOf(facts.product), "part.jpg"],
  pageText: (_, asked) => (asked === page ? pageText : undefined),
});
