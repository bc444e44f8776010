import type { BlobId } from "../domain/image-ref.ts";
import type { IndexedManual } from "../domain/manual.ts";
import { indexManual } from "../rag/index-manual.ts";
import type { ToolContext } from "./define-tool.ts";

/** Stored PDFs, read and cut into passages, in their order. Throws what `indexManual` throws. */
export const readManuals = async (
  manuals: readonly { fileName: string; file: BlobId }[],
  { blobs, signal, onProgress }: ToolContext,
): Promise<IndexedManual[]> => {
  const indexed: IndexedManual[] = [];
  for (const { fileName, file } of manuals) {
    indexed.push(await indexManual({ fileName, bytes: await blobs.get(file) }, signal));
    onProgress?.("read_manuals", indexed.length / manuals.length);
  }
  return indexed;
};
