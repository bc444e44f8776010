// The one place where a node's error becomes a result. A reader that cannot do its job says so in
// `readers`, and the others go on; a bug passes through.
import type { ReaderName } from "../domain/reader.ts";
import { GumsaError } from "../errors.ts";
import type { InspectionFacts, InspectionNode, Learned } from "./node.ts";

/** A reader's own part: what it found, or why it has nothing to read. */
export type Reading = (
  facts: InspectionFacts,
  run: Parameters<InspectionNode>[1],
) => Promise<Learned | Skipped>;

export interface Skipped {
  readonly skipped: string;
  /** What it learned on the way. */
  readonly learned?: Learned;
}

export const asReader =
  (name: ReaderName, read: Reading): InspectionNode =>
  async (facts, run) => {
    try {
      const found = await read(facts, run);
      if ("skipped" in found) {
        return { ...found.learned, readers: { [name]: { status: "skipped", reason: found.skipped } } };
      }
      return { ...found, readers: { ...found.readers, [name]: { status: "ran" } } };
    } catch (error) {
      if (!(error instanceof GumsaError) || error.code === "cancelled") throw error;
      return { readers: { [name]: { status: "failed", code: error.code, reason: error.message } } };
    }
  };
