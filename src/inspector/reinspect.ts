// The pictures of a recorded inspection once more: with another product, writer, reference or question, or after the
// product has learned more. What is not said stays as it was asked then.
import type { Inspection } from "../domain/inspection.ts";
import type { InspectInput } from "./inputs.ts";
import { refuseDeleted } from "./inspection-pictures.ts";
import type { Parts } from "./parts.ts";

/** What may be asked otherwise. */
export type Reinspection = Partial<Omit<InspectInput, "images">>;

/** Throws `picture_deleted`, or `blob_missing` where a picture was removed since. */
export const askedAgain = async (
  inspection: Inspection,
  changes: Reinspection,
  { blobs }: Pick<Parts, "blobs">,
): Promise<InspectInput> => {
  const { id, product, images, report, metadata } = inspection;
  return {
    product,
    language: report.language,
    ...changes,
    metadata: { ...metadata, ...changes.metadata, reinspectionOf: id },
    images: await Promise.all(
      images.map(async ({ view, fileName, image }) => {
        refuseDeleted(inspection, image.id);
        return { view, fileName, bytes: await blobs.get(image.id) };
      }),
    ),
  };
};
