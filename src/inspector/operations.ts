// What keeps a service going, beside inspecting.
import type { Inspection } from "../domain/inspection.ts";
import type { Check } from "../inspector.ts";

export interface Operations {
  /** Calls back with every inspection that this process records; what comes back ends it. */
  onRecorded(listener: (inspection: Inspection) => void): () => void;
  /** Whether work can be accepted: the model verified, the store written. Asked often. */
  readiness(): Promise<Check[]>;
}
