// The pictures of an inspection: those that were drawn when it was recorded, and those that are drawn when somebody
// asks for them.
import type { BlobId } from "../domain/image-ref.ts";
import type { Inspection, PictureKind } from "../domain/inspection.ts";
import { GumsaError } from "../errors.ts";
import type { ShownKind } from "../domain/shown-kind.ts";
import type { Parts } from "./parts.ts";

export interface ShownPicture {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly id: BlobId;
}

export interface PictureQuestion {
  readonly kind: ShownKind;
  /** Of the source: left out for the first. */
  readonly view?: string | undefined;
  /** Of the page: the id of the evidence that cites it; left out for the first. */
  readonly evidence?: string | undefined;
}

/** Undefined where the inspection has no such picture. */
export const pictureOf = async (
  inspection: Inspection,
  question: PictureQuestion,
  parts: Parts,
): Promise<ShownPicture | undefined> => {
  const found = await idOf(inspection, question, parts);
  if (!found) return undefined;
  refuseDeleted(inspection, found.id);
  return { ...found, bytes: await parts.blobs.get(found.id) };
};

/** Throws `picture_deleted`. */
export const refuseDeleted = ({ deleted }: Inspection, id: BlobId): void => {
  if (!deleted?.blobs.includes(id)) return;
  throw new GumsaError("picture_deleted", `Deleted by ${deleted.by} on ${deleted.at.slice(0, 10)}.`);
};

const PNG = "image/png";

const idOf = async (
  inspection: Inspection,
  { kind, view, evidence }: PictureQuestion,
  parts: Parts,
): Promise<Omit<ShownPicture, "bytes"> | undefined> => {
  if (kind === "source") return sourceOf(inspection, view);
  if (kind === "mask") return maskOf(inspection, parts);
  if (kind === "page-excerpt") return excerptOf(inspection, evidence, parts);
  return drawnOf(inspection, kind);
};

const sourceOf = ({ images }: Inspection, view: string | undefined) => {
  const source = view === undefined ? images[0] : images.find((image) => image.view === view);
  return source && { id: source.image.id, mime: `image/${source.image.format}` };
};

const drawnOf = ({ pictures }: Inspection, kind: PictureKind) => {
  const id = pictures[kind];
  return id === undefined ? undefined : { id, mime: PNG };
};

const maskOf = async ({ evidence, images: [first] }: Inspection, { tools }: Parts) => {
  const anomaly = evidence.find((item) => item.kind === "anomaly");
  if (!anomaly || !first) return undefined;
  const { map, threshold, highestGood } = anomaly;
  const { widthPx, heightPx } = first.image;
  const asked = { map, threshold: threshold ?? highestGood, size: { widthPx, heightPx } };
  return { id: await tools.drawMask(asked), mime: PNG };
};

const excerptOf = async ({ evidence }: Inspection, id: string | undefined, { tools }: Parts) => {
  const cited = evidence.filter((item) => item.kind === "manual");
  const citation = id === undefined ? cited[0] : cited.find((item) => item.id === id);
  if (!citation) return undefined;
  const { documentId, page, quotation } = citation;
  const { picture } = await tools.drawManualPage({ documentId, page, quote: quotation, part: "excerpt" });
  return { id: picture, mime: PNG };
};
