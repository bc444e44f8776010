import { z } from "zod";
import { Language } from "../../domain/language.ts";
import { DEFAULT_VIEW, ProductId, View } from "../../domain/product.ts";
import type { InspectInput } from "../../inspector.ts";
import { ADDS_A_RECORD, defineMcpTool } from "../define-mcp-tool.ts";
import { InspectionResult, linksOf, resultOf } from "../inspection-result.ts";
import { PictureInput, readPicture } from "../picture.ts";
import { thumbnailsOf } from "../thumbnails.ts";

export const inspectImage = defineMcpTool({
  name: "inspect_image",
  title: "Inspect a picture",
  description:
    "Inspect a picture of a product: a calibrated verdict (pass, fail, review, retake) with evidence and a report " +
    "of status, causes, actions and prevention. The verdict is measured and cannot be argued with; ask about it " +
    "with ask_inspection.",
  input: z.object({
    image: PictureInput,
    furtherViews: z
      .record(View, PictureInput)
      .optional()
      .describe("Pictures of the same part by other cameras, by view."),
    view: View.optional().describe("The view of image, for a product with several."),
    product: ProductId.nullable()
      .optional()
      .describe("Its id; left out for the only product; null judges the capture alone."),
    language: Language.optional().describe("Of the report."),
    phrases: z
      .array(z.string().min(1))
      .max(10)
      .optional()
      .describe("What to look for in place of the product's defect types, such as a scratch."),
    writer: z.string().optional().describe("rule, or the name of a language model that phrases the report."),
    metadata: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
      .optional()
      .describe("Free: station, lot, position."),
    thumbnail: z.boolean().default(true).describe("Send a small picture of the finding along."),
  }),
  output: InspectionResult,
  annotations: ADDS_A_RECORD,
  async run({ image, furtherViews = {}, view = DEFAULT_VIEW, thumbnail, ...asked }, call) {
    const { inspector, progress, inspect } = call;
    const views = Object.entries({ ...furtherViews, [view]: image });
    const images = await Promise.all(
      views.map(async ([name, picture]) => ({ ...(await readPicture(picture, call)), view: name })),
    );
    const inspection = await inspect({ images, ...givenOnly(asked) }, progress);
    const shown = inspection.pictures.overlay ?? inspection.images[0]?.image.id;
    const small = thumbnail && shown ? await thumbnailsOf([shown], inspector, progress.signal) : [];
    return {
      result: resultOf(inspection),
      text: await inspector.inspections.brief(inspection),
      attachments: [...small, ...linksOf(inspection)],
    };
  },
});

/** A property that is there and undefined is not the same as none. */
const givenOnly = <Asked extends object>(
  asked: Asked,
): Pick<InspectInput, keyof Asked & keyof InspectInput> =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Pick<
    InspectInput,
    keyof Asked & keyof InspectInput
  >; // the same keys, those without a value left out
