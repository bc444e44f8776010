// The pictures that go into a report: those that were drawn, the regions from near, the nearest known cases, the
// cited strips of manual pages.
// A case or picture that has been removed since is left out; the record itself stays whole.
import type { EvidenceId } from "../domain/evidence.ts";
import type { BlobId } from "../domain/image-ref.ts";
import type { Inspection } from "../domain/inspection.ts";
import { GumsaError } from "../errors.ts";
import type { PictureData, ReportDocument, ReportPictures } from "../report/document.ts";
import type { Parts } from "./parts.ts";

/** What a browser shows, and what is small enough to carry inside a page. */
const EMBEDDABLE: Readonly<Record<string, PictureData["mime"]>> = {
  png: "image/png",
  jpeg: "image/jpeg",
  webp: "image/webp",
  gif: "image/gif",
};
const LARGEST_EMBEDDED_BYTES = 4e6;
const CROP_PX = 360;
const THUMBNAIL_PX = 220;
const SOURCE_PX = 1024;
/** More regions than this are in the table alone. */
const MOST_CROPS = 8;

export interface PictureNeeds {
  /** PDF holds PNG and JPEG only, and prints no larger than it must. */
  readonly isForPaper?: boolean;
}

export const reportDocument = async (
  inspection: Inspection,
  parts: Parts,
  { isForPaper = false }: PictureNeeds = {},
): Promise<ReportDocument> => {
  const product =
    inspection.product === null ? undefined : await parts.store.products.get(inspection.product);
  const pictures: ReportPictures = {
    ...(await drawnPictures(inspection, parts)),
    ...(await sourcePicture(inspection, parts, isForPaper)),
    crops: await regionCrops(inspection, parts),
    cases: await caseThumbnails(inspection, parts),
    pages: await pageExcerpts(inspection, parts),
  };
  return { inspection, product: product ?? null, pictures };
};

const drawnPictures = async ({ pictures }: Inspection, { blobs }: Parts): Promise<ReportPictures> => {
  const drawn = async (id: BlobId | undefined): Promise<PictureData | undefined> =>
    id === undefined ? undefined : ifThere(async () => ({ bytes: await blobs.get(id), mime: "image/png" }));
  const [overlay, heatMap] = await Promise.all([drawn(pictures.overlay), drawn(pictures["heat-map"])]);
  return { ...(overlay && { overlay }), ...(heatMap && { heatMap }) };
};

const sourcePicture = async (
  { images: [first] }: Inspection,
  { blobs, tools }: Parts,
  isForPaper: boolean,
): Promise<ReportPictures> => {
  if (!first) return {};
  const { id, format, sizeBytes } = first.image;
  const mime = EMBEDDABLE[format];
  const source = await ifThere(async (): Promise<PictureData | undefined> => {
    if (!isForPaper)
      return mime && sizeBytes <= LARGEST_EMBEDDED_BYTES ? { bytes: await blobs.get(id), mime } : undefined;
    return { bytes: await tools.cutPicture({ image: id, longEdgePx: SOURCE_PX }), mime: "image/jpeg" };
  });
  return source ? { source } : {};
};

const regionCrops = async (
  { images: [first], regions }: Inspection,
  { tools }: Parts,
): Promise<PictureData[]> => {
  const crops: PictureData[] = [];
  for (const { x, y, width, height } of first ? regions.slice(0, MOST_CROPS) : []) {
    const cut = { image: first?.image.id ?? "", box: { x, y, width, height }, longEdgePx: CROP_PX };
    const crop = await ifThere(async () => ({
      bytes: await tools.cutPicture(cut),
      mime: "image/jpeg" as const,
    }));
    if (!crop) break; // the picture is lost, and the others are cut from it too
    crops.push(crop);
  }
  return crops;
};

const caseThumbnails = async (
  { evidence }: Inspection,
  { store, tools }: Parts,
): Promise<Record<EvidenceId, PictureData>> => {
  const thumbnails: Record<EvidenceId, PictureData> = {};
  for (const { id, caseId, matched } of evidence.filter((item) => item.kind === "similar")) {
    const known = await store.cases.get(caseId);
    if (!known) continue;
    const box = matched === "crop" ? known.box : undefined;
    const cut = { image: known.image.id, longEdgePx: THUMBNAIL_PX, ...(box && { box }) };
    const picture = await ifThere(async () => ({
      bytes: await tools.cutPicture(cut),
      mime: "image/jpeg" as const,
    }));
    if (picture) thumbnails[id] = picture;
  }
  return thumbnails;
};

/** The strip of the cited page around the quotation, which is marked on it. */
const pageExcerpts = async (
  { evidence }: Inspection,
  { blobs, tools }: Parts,
): Promise<Record<EvidenceId, PictureData>> => {
  const excerpts: Record<EvidenceId, PictureData> = {};
  const cited = evidence.filter((item) => item.kind === "manual");
  for (const { id, documentId, page, quotation } of cited) {
    const excerpt = await ifThere(async () => {
      const drawn = await tools.drawManualPage({ documentId, page, quote: quotation, part: "excerpt" });
      return { bytes: await blobs.get(drawn.picture), mime: "image/png" as const };
    });
    if (excerpt) excerpts[id] = excerpt;
  }
  return excerpts;
};

/** A picture that is lost costs the report that picture, not the report. */
const ifThere = async <Found>(read: () => Promise<Found>): Promise<Found | undefined> => {
  try {
    return await read();
  } catch (error) {
    if (error instanceof GumsaError && error.code === "blob_missing") return undefined;
    throw error;
  }
};
