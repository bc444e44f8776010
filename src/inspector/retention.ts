// Deletes what the rules say, and nothing that anything else needs: pictures of references, of known cases and of
// confirmed inspections stay. The bytes go first and the record says so after, so that a run that is cut off is made
// good by the next.
import type { BlobId } from "../domain/image-ref.ts";
import type { Inspection } from "../domain/inspection.ts";
import type { RetentionOutcome, RetentionRules } from "../domain/retention.ts";
import { VERDICTS } from "../domain/verdict.ts";
import { throwIfCancelled } from "../errors.ts";
import type { Parts } from "./parts.ts";

export interface Retention {
  rules(): Promise<RetentionRules>;
  setRules(rules: RetentionRules): Promise<void>;
  /** Now. A service does so once a day. */
  run(options?: RetentionRun): Promise<RetentionOutcome>;
}

export interface RetentionRun {
  readonly signal?: AbortSignal;
  /** Bytes that were put more lately are left alone: someone may be about to name them. */
  readonly graceMs?: number;
}

type Deps = Pick<Parts, "store" | "blobs">;

const DAY_MS = 86_400_000;
const GRACE_MS = 3_600_000;
const BY = "retention";

export const retentionOf = (deps: Deps): Retention => ({
  rules: () => deps.store.retention.rules(),
  setRules: (rules) => deps.store.retention.setRules(rules),
  run: (options = {}) => runRetention(deps, options),
});

const runRetention = async (
  { store, blobs }: Deps,
  { signal, graceMs = GRACE_MS }: RetentionRun,
): Promise<RetentionOutcome> => {
  const rules = await store.retention.rules();
  const removed = await dueBy(rules.inspections, { store, hasPictures: false });
  const trimmed = (await dueBy(rules.pictures, { store, hasPictures: true })).filter(
    (id) => !removed.includes(id),
  );
  const outcome = { trimmed: 0, removed: 0, blobs: 0, sizeBytes: 0 };
  if (removed.length + trimmed.length === 0) return outcome;
  const ofOthers = await store.retention.blobsOfOthers(new Set([...removed, ...trimmed]));
  const drop = async (inspection: Inspection): Promise<BlobId[]> => {
    const needed = await store.retention.blobsNeeded();
    const gone: BlobId[] = [];
    for (const blob of blobsOf(inspection)) {
      if (ofOthers.has(blob) || needed.has(blob)) continue;
      const sizeBytes = await blobs.remove(blob, { graceMs });
      if (sizeBytes === "kept") continue;
      gone.push(blob);
      outcome.blobs++;
      outcome.sizeBytes += sizeBytes;
    }
    return gone;
  };
  for (const id of trimmed) {
    throwIfCancelled(signal);
    const inspection = await store.inspections.get(id);
    const gone = inspection ? await drop(inspection) : [];
    if (gone.length === 0) continue;
    await store.retention.markDeleted(id, { at: new Date().toISOString(), by: BY, blobs: gone });
    outcome.trimmed++;
  }
  for (const id of removed) {
    throwIfCancelled(signal);
    const inspection = await store.inspections.get(id);
    if (inspection === undefined || !(await store.retention.remove(id))) continue;
    await drop(inspection);
    outcome.removed++;
  }
  await noteRun(outcome, store);
  return outcome;
};

const dueBy = async (
  rules: RetentionRules["pictures"],
  { store, hasPictures }: Pick<Deps, "store"> & { hasPictures: boolean },
): Promise<string[]> => {
  const due: string[] = [];
  for (const verdict of VERDICTS) {
    const days = rules[verdict];
    if (days === undefined) continue;
    const before = new Date(Date.now() - days * DAY_MS).toISOString();
    due.push(...(await store.retention.due({ verdict, before, hasPictures })));
  }
  return due;
};

/** Its own: what it was shown, what was drawn, its maps. */
const blobsOf = ({ images, pictures, evidence }: Inspection): ReadonlySet<BlobId> =>
  new Set([
    ...images.map(({ image }) => image.id),
    ...Object.values(pictures),
    ...evidence.flatMap((item) => ("map" in item && typeof item.map === "string" ? [item.map] : [])),
  ]);

const noteRun = async (
  { trimmed, removed, blobs }: RetentionOutcome,
  store: Deps["store"],
): Promise<void> => {
  if (blobs + removed === 0) return;
  await store.audit.add({
    at: new Date().toISOString(),
    who: BY,
    action: "delete",
    subject: `pictures of ${trimmed} inspections, ${removed} inspections, ${blobs} files`,
    status: 200,
  });
};
