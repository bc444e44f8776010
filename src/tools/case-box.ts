// Where the defect of a case lies: in the box that a person gave, else under its mask, else in the strongest
// region that the memory bank finds. A case without any of these is found as a whole picture only.
import type { BlobId } from "../domain/image-ref.ts";
import type { Product } from "../domain/product.ts";
import type { Box } from "../domain/region.ts";
import { GumsaError } from "../errors.ts";
import { scaledBox } from "../vision/input-size.ts";
import { largestPart } from "../vision/similarity/mask.ts";
import type { BankBuilderDeps } from "./bank-builder.ts";
import type { Bank } from "./bank-keeper.ts";
import { judged, runNetwork } from "./picture-scorer.ts";

export interface CasePicture {
  readonly image: { readonly id: BlobId; readonly widthPx: number; readonly heightPx: number };
  readonly fileName: string;
  readonly box?: Box | undefined;
  /** A stored picture of the same shape; white is the defect. */
  readonly mask?: BlobId | undefined;
}

/** Throws `usage_invalid` for a box outside the picture. */
export const caseBox = async (
  picture: CasePicture,
  { product, bank, deps }: { product: Product; bank: Bank; deps: BankBuilderDeps },
): Promise<Box | undefined> => {
  if (picture.box) return insideBox(picture.box, picture);
  if (picture.mask) {
    const mask = await deps.pictures.decode(picture.mask);
    const box = largestPart(mask);
    if (box) return scaledBox(box, mask, picture.image);
  }
  const [region] = judged(await runNetwork(picture.image.id, bank, deps), product, bank).regions;
  if (!region) return undefined;
  const { x, y, width, height } = region;
  return { x, y, width, height };
};

const insideBox = (box: Box, { image, fileName }: CasePicture): Box => {
  if (box.x + box.width <= image.widthPx && box.y + box.height <= image.heightPx) return box;
  throw new GumsaError(
    "usage_invalid",
    `The box ${box.x},${box.y},${box.width},${box.height} does not lie inside ${fileName} (${image.widthPx} x ${image.heightPx}).`,
    { hint: "x, y, width and height in pixels of the picture, from its top left" },
  );
};
