import { z } from "zod";
import { BlobId } from "../domain/image-ref.ts";
import { defineTool } from "./define-tool.ts";

export const readManualPage = defineTool({
  name: "read_manual_page",
  description: "The text of one page of a manual, as a citation names it; null when there is no such page.",
  input: z.object({ documentId: BlobId, page: z.int().positive() }),
  output: z.string().nullable(),
  run: async ({ documentId, page }, { store }) => (await store.manuals.page(documentId, page)) ?? null,
});
