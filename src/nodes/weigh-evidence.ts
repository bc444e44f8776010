// The only place where the verdict of an inspection is made.
import type { Evidence } from "../domain/evidence.ts";
import type { ReaderStatus } from "../domain/reader.ts";
import { weigh } from "../domain/weigh.ts";
import { labelRegions } from "./label-regions.ts";
import type { InspectionNode } from "./node.ts";

export const weighEvidence = (): InspectionNode => async (facts) => ({
  verdict: weigh(facts),
  regions: labelRegions(facts),
  evidence: silentReaders(facts.readers),
});

/** Readers whose silence the report speaks of, each with the id of that fact. */
const HEARD = { detectAnomaly: "F1", compareReference: "F2", groundDefects: "F3" } as const;

/** A reader that could not speak is a fact of its own that the report can stand on. */
const silentReaders = (readers: Record<string, ReaderStatus>): Evidence[] =>
  Object.entries(HEARD).flatMap(([reader, id]) => {
    const status = readers[reader];
    if (!status || status.status === "ran") return [];
    // A product without known cases has nothing to look for.
    if (reader === "groundDefects" && status.status === "skipped") return [];
    const reason = status.code ?? status.reason ?? "unknown";
    return [{ id, kind: "reader", reader, status: status.status, reason }];
  });
