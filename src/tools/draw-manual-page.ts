import { z } from "zod";
import { BlobId } from "../domain/image-ref.ts";
import { Box } from "../domain/region.ts";
import { drawPage } from "../rag/pdf/pdf-jobs.ts";
import { defineTool } from "./define-tool.ts";

export const drawManualPage = defineTool({
  name: "draw_manual_page",
  description:
    "Draw a page of a manual, as a citation names it, with the quoted words marked: the whole page, or the strip around the quotation. Earlier revisions and removed manuals too.",
  input: z.object({
    documentId: BlobId,
    page: z.int().positive(),
    quote: z.string().optional(),
    part: z.enum(["page", "excerpt"]).default("page"),
  }),
  output: z.object({
    /** A PNG. */
    picture: BlobId,
    widthPx: z.int().positive(),
    heightPx: z.int().positive(),
    /** One a line, in pixels of the picture; none where the words do not stand on the page. */
    marks: z.array(Box),
  }),
  async run({ documentId, ...request }, { blobs, jobs, signal }) {
    const file = { fileName: documentId, bytes: await blobs.get(documentId) };
    const { png, widthPx, heightPx, marks } = await jobs.do(drawPage, { file, ...request }, signal);
    return { picture: await blobs.put(png), widthPx, heightPx, marks: [...marks] };
  },
});
