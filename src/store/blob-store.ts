import type { BlobId } from "../domain/image-ref.ts";

/** Bytes by their hash. Equal bytes are kept once; a blob never changes. */
export interface BlobStore {
  /** Throws `store_full` when there is no room; nothing half-written is ever found under an id. */
  put(bytes: Uint8Array): Promise<BlobId>;
  /** Throws `blob_missing` when the blob is not there or its bytes no longer match its id. */
  get(id: BlobId): Promise<Uint8Array>;
  /** Whether the blob is there and its bytes match its id. */
  holds(id: BlobId): Promise<boolean>;
  /**
   * The bytes that it freed, none for a blob that is not there; `kept` where it was put within `graceMs`: whoever put
   * it may be about to name it.
   */
  remove(id: BlobId, options: { readonly graceMs: number }): Promise<number | "kept">;
  /** Where the bytes lie, for a worker that reads them itself (and checks the hash). */
  pathOf(id: BlobId): string;
}
