// The text of every page that a passage of the evidence stands on: what quotations are held to.
import type { Evidence } from "../domain/evidence.ts";
import type { BlobId } from "../domain/image-ref.ts";

interface CitedPage {
  readonly documentId: BlobId;
  readonly page: number;
}

/** Undefined for a page that is not cited, or not there any more. */
export type PageText = (documentId: BlobId, page: number) => string | undefined;

export const citedPages = async (
  evidence: readonly Evidence[],
  read: (page: CitedPage) => Promise<string | null>,
): Promise<PageText> => {
  const cited = new Map(
    evidence
      .filter((item) => item.kind === "manual")
      .map(({ documentId, page }) => [keyOf(documentId, page), { documentId, page }]),
  );
  const texts = await Promise.all(
    [...cited].map(async ([key, page]) => {
      const text = await read(page);
      return text === null ? [] : [[key, text] as const];
    }),
  );
  const found = new Map(texts.flat());
  return (documentId, page) => found.get(keyOf(documentId, page));
};

const keyOf = (documentId: BlobId, page: number): string => `${documentId} ${page}`;
