// The tables as kysely sees them. Columns carry the names of the domain, so that a row needs no renaming.
// A `record` column holds the whole domain object as JSON; the columns beside it are there to be searched.
import type { Generated } from "kysely";

export interface Tables {
  product: { id: string; record: string };
  reference: { id: Generated<number>; product: string; view: string; image: string; record: string };
  bank: { product: string; view: string; record: string };
  formerModel: { product: string; record: string };
  grounder: { product: string; view: string; grounder: string; record: string };
  prototype: { image: string; modelSha256: string; inputLongEdgePx: number; file: string };
  defectCase: { id: string; product: string; view: string; type: string; record: string };
  caseSequence: { product: string; type: string; last: number };
  vector: VectorTable;
  vectorSet: { product: string; view: string; set: string; generation: number };
  manual: ManualTable;
  latestManual: ManualTable;
  manualPage: { manual: number; page: number; text: string };
  passage: PassageTable;
  passageIndex: { rowid: number; terms: string };
  feedback: { id: Generated<number>; inspection: string; record: string };
  chatThread: { id: string; inspection: string; record: string };
  choice: { name: string; value: string };
  canary: { digest: string; server: string; record: string };
  adapter: { name: string; record: string };
  apiKey: { name: string; role: string; secretHash: string; createdAt: string };
  audit: { id: Generated<number>; at: string; who: string; action: string; subject: string; status: number };
  webhook: { id: string; secret: string; record: string };
  webhookDelivery: { seq: Generated<number>; webhook: string; record: string };
  batch: {
    id: string;
    createdAt: string;
    client: string;
    requestKey: string | null;
    requestHash: string | null;
  };
  job: JobTable;
  jobEvent: { seq: Generated<number>; job: string; at: string; name: string; data: string };
  inspection: { id: string; createdAt: string; product: string | null; verdict: string; record: string };
  inspectionFact: FactTable;
  inspectionModel: { model: string; inspection: string };
}

/** Kept by triggers; see its migration. */
interface FactTable {
  inspection: string;
  createdAt: string;
  product: string | null;
  verdict: string;
  /** As a person confirmed it, else as it was suspected. */
  type: string | null;
  confirmedVerdict: string | null;
  /** The latest. */
  rating: number | null;
  durationMs: number;
}

interface JobTable {
  seq: Generated<number>;
  id: string;
  kind: string;
  subject: string;
  batch: string | null;
  client: string;
  lane: string;
  state: string;
  attempts: Generated<number>;
  input: string;
  /** What its client calls the request, and what was asked under that name. */
  requestKey: string | null;
  requestHash: string | null;
  progress: string | null;
  error: string | null;
  createdAt: string;
  /** Not begun before, after a failure. */
  notBefore: string;
  startedAt: string | null;
  endedAt: string | null;
  /** Who runs it, and until when it is believed to. */
  worker: string | null;
  leaseUntil: string | null;
}

interface ManualTable {
  id: Generated<number>;
  product: string;
  document: string;
  documentId: string;
  revision: number;
  pages: number;
  passages: number;
  addedAt: string;
  removedAt: string | null;
}

interface PassageTable {
  id: Generated<number>;
  manual: number;
  page: number;
  headings: string;
  quotation: string;
  form: string | null;
}

interface VectorTable {
  id: Generated<number>;
  product: string;
  view: string;
  set: string;
  item: string;
  part: string;
  recipe: string;
  numbers: Uint8Array;
}
