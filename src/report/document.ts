// What every rendering of a report is given: the record, its product and the pictures. Pictures are optional
// throughout: a rendering shows those that there are and no empty frames.
import type { EvidenceId } from "../domain/evidence.ts";
import type { Inspection } from "../domain/inspection.ts";
import type { Product } from "../domain/product.ts";

export interface PictureData {
  readonly bytes: Uint8Array;
  readonly mime: "image/png" | "image/jpeg" | "image/webp" | "image/gif";
}

export interface ReportPictures {
  readonly source?: PictureData;
  readonly overlay?: PictureData;
  readonly heatMap?: PictureData;
  readonly sideBySide?: PictureData;
  /** The surroundings of each region, in the regions' order. */
  readonly crops?: readonly PictureData[];
  /** Of similar cases, by the id of their evidence. */
  readonly cases?: Readonly<Record<EvidenceId, PictureData>>;
  /** Of cited manual pages, by the id of their evidence. */
  readonly pages?: Readonly<Record<EvidenceId, PictureData>>;
}

export interface ReportDocument {
  readonly inspection: Inspection;
  readonly product: Product | null;
  readonly pictures: ReportPictures;
}

/** What is made of a picture, or nothing where there is none. */
export const pictureOf = <Made>(
  pictures: Readonly<Record<EvidenceId, PictureData>> | undefined,
  id: EvidenceId,
  make: (picture: PictureData) => Made,
): readonly Made[] => {
  const picture = pictures?.[id];
  return picture ? [make(picture)] : [];
};
