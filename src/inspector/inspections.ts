import type { BlobId } from "../domain/image-ref.ts";
import type { Inspection } from "../domain/inspection.ts";
import { GumsaError } from "../errors.ts";
import type { Inspector } from "../inspector.ts";
import { renderHtml } from "../report/html.ts";
import type { PictureData, ReportPictures } from "../report/html-pictures.ts";
import { renderText } from "../report/text.ts";
import type { Parts } from "./parts.ts";

export const inspectionsOf = ({ store, blobs }: Parts): Inspector["inspections"] => ({
  async get(id) {
    const inspection = await store.inspections.get(id);
    if (inspection) return inspection;
    throw new GumsaError("inspection_unknown", `No inspection with the id ${id} is recorded.`);
  },
  list: (filter) => store.inspections.list(filter),
  async picture({ images, pictures }, kind) {
    const id = kind === "source" ? images[0]?.image.id : pictures[kind];
    return id === undefined ? undefined : blobs.get(id);
  },
  async html(inspection) {
    const product = inspection.product === null ? undefined : await store.products.get(inspection.product);
    const pictures = await embedded(inspection, (id) => blobs.get(id));
    return renderHtml({ inspection, product: product ?? null, pictures });
  },
  text: renderText,
});

/** What a browser shows, and what is small enough to carry inside a page. */
const EMBEDDABLE: Readonly<Record<string, PictureData["mime"]>> = {
  png: "image/png",
  jpeg: "image/jpeg",
  webp: "image/webp",
  gif: "image/gif",
};
const LARGEST_EMBEDDED_BYTES = 4e6;

const embedded = async (
  { images, pictures }: Inspection,
  read: (id: BlobId) => Promise<Uint8Array>,
): Promise<ReportPictures> => {
  const source = images[0]?.image;
  const mime = source && EMBEDDABLE[source.format];
  const isSmall = source !== undefined && source.sizeBytes <= LARGEST_EMBEDDED_BYTES;
  const drawn = async (id: BlobId | undefined): Promise<PictureData | undefined> =>
    id === undefined ? undefined : { bytes: await read(id), mime: "image/png" };
  const [overlay, heatMap] = await Promise.all([drawn(pictures.overlay), drawn(pictures["heat-map"])]);
  return {
    ...(mime && isSmall && { source: { bytes: await read(source.id), mime } }),
    ...(overlay && { overlay }),
    ...(heatMap && { heatMap }),
  };
};
