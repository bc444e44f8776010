// An inspection as a tool of a LangChain agent: the model reads the report, the program gets the record.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { Language } from "../domain/language.ts";
import { ProductId } from "../domain/product.ts";
import { GumsaError } from "../errors.ts";
import type { Inspector, NamedBytes } from "../inspector.ts";

const Input = z.object({
  image: z.string().min(1).describe("Path of the picture, or a data: URL."),
  product: ProductId.optional().describe("Left out for the only product."),
  language: Language.optional().describe("Of the report."),
});

/**
 * The tool `inspect_image`. Its content is the report as Markdown, its artifact the whole `Inspection`. What a model
 * can mend (a wrong path, an unknown product) comes back as text; a fault is thrown.
 */
export const createInspectionTool = (inspector: Inspector) =>
  tool(
    async ({ image, product, language }, { signal }) => {
      try {
        const asked = { ...(product !== undefined && { product }), ...(language && { language }) };
        const inspection = await inspector.inspect({ images: [await read(image)], ...asked }, { signal });
        return [await inspector.inspections.brief(inspection), inspection];
      } catch (error) {
        if (!(error instanceof GumsaError) || error.code === "cancelled") throw error;
        return [`${error.code}: ${error.message}${error.hint === undefined ? "" : ` (${error.hint})`}`, null];
      }
    },
    {
      name: "inspect_image",
      description:
        "Inspect a picture of a product: a calibrated verdict (pass, fail, review, retake) with evidence and a report " +
        "of status, causes, actions and prevention.",
      schema: Input,
      responseFormat: "content_and_artifact",
    },
  );

const read = async (image: string): Promise<NamedBytes> => {
  const data = /^data:image\/[^,]*;base64,(.*)$/su.exec(image)?.[1];
  if (data !== undefined) return { fileName: "image", bytes: new Uint8Array(Buffer.from(data, "base64")) };
  try {
    return { fileName: basename(image), bytes: await readFile(image) };
  } catch (cause) {
    throw new GumsaError("file_unreadable", `${image} cannot be read.`, { hint: "an absolute path", cause });
  }
};
