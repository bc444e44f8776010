import type { BlobId } from "../domain/image-ref.ts";
import type { IndexedManual } from "../domain/manual.ts";
import { indexManual } from "../rag/index-manual.ts";
import type { ToolContext } from "./define-tool.ts";

interface StoredManual {
  readonly fileName: string;
  readonly file: BlobId;
}

/** A stored PDF, read and cut into passages. Throws what `indexManual` throws. */
export const readManual = async (
  { fileName, file }: StoredManual,
  { blobs, jobs, signal }: ToolContext,
  onProgress?: (share: number) => void,
): Promise<IndexedManual> =>
  indexManual({ fileName, bytes: await blobs.get(file) }, { jobs, signal, onProgress });

/** In their order. */
export const readManuals = async (
  manuals: readonly StoredManual[],
  context: ToolContext,
): Promise<IndexedManual[]> => {
  const indexed: IndexedManual[] = [];
  for (const manual of manuals) {
    const tell = (share: number): void =>
      context.onProgress?.("read_manuals", (indexed.length + share) / manuals.length);
    indexed.push(await readManual(manual, context, tell));
  }
  return indexed;
};
