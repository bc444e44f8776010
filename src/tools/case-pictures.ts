import pMap from "p-map";
import { z } from "zod";
import { DefectCode } from "../domain/defect-type.ts";
import { BlobId } from "../domain/image-ref.ts";
import { DEFAULT_VIEW, type Product, View } from "../domain/product.ts";
import { Box } from "../domain/region.ts";
import { GumsaError } from "../errors.ts";
import type { NewCase } from "../store/store.ts";
import { type Bank, withoutBank } from "./bank-keeper.ts";
import { caseBox } from "./case-box.ts";
import type { ToolContext } from "./define-tool.ts";
import { imageRefOf } from "./stored-picture.ts";

/** A stored picture of a known defect. */
export const CasePicture = z.object({
  fileName: z.string(),
  image: BlobId,
  type: DefectCode,
  view: View.default(DEFAULT_VIEW),
  /** Where the defect lies, in pixels of the picture. */
  box: Box.optional(),
  /** In place of a box: a stored picture of the same shape in which the defect is white. */
  mask: BlobId.optional(),
});
export type CasePicture = z.output<typeof CasePicture>;

/** Cases before they have numbers, in order. Throws `type_unknown`, and `product_unknown` for a view without a bank. */
export const readCases = async (
  pictures: readonly CasePicture[],
  {
    product,
    bankOf,
    context,
  }: { product: Product; bankOf: (view: View) => Promise<Bank | undefined>; context: ToolContext },
): Promise<NewCase[]> => {
  for (const { type } of pictures) requireType(type, product);
  const addedAt = new Date().toISOString();
  let done = 0;
  return pMap(
    pictures,
    async ({ image: id, fileName, type, view, box: given, mask }) => {
      const image = await imageRefOf(id, fileName, context);
      const bank = await bankOf(view);
      if (!bank) throw withoutBank(product.id, view);
      const box = await caseBox({ image, fileName, box: given, mask }, { product, bank, deps: context });
      context.onProgress?.("read_cases", ++done / pictures.length);
      return { product: product.id, view, type, image, ...(box && { box }), fileName, addedAt };
    },
    { concurrency: context.jobs.size + 1 },
  );
};

const requireType = (type: string, { id, types }: Product): void => {
  if (types.some(({ code }) => code === type)) return;
  const known = types.map(({ code }) => code).join(", ") || "none";
  throw new GumsaError("type_unknown", `${type} is not a defect type of ${id}; it has: ${known}.`, {
    hint: "name one of these, or register the product with --types",
  });
};
