import pMap from "p-map";
import { z } from "zod";
import { DefectTypes } from "../domain/defect-type.ts";
import { GrounderName } from "../domain/grounding.ts";
import { BlobId } from "../domain/image-ref.ts";
import type { JobId } from "../domain/job.ts";
import { Bilingual } from "../domain/language.ts";
import { Alpha, DEFAULT_ALPHA, DEFAULT_VIEW, Product, ProductId, View } from "../domain/product.ts";
import type { Reference } from "../domain/reference.ts";
import { GumsaError } from "../errors.ts";
import type { Store } from "../store/store.ts";
import { buildProductBank, FEATURE_MODEL } from "./bank-builder.ts";
import type { Bank } from "./bank-keeper.ts";
import { CasePicture, readCases } from "./case-pictures.ts";
import { defineTool, type ToolContext } from "./define-tool.ts";
import { describePictures } from "./describe-pictures.ts";
import { readManuals } from "./read-manuals.ts";
import { imageRefOf } from "./stored-picture.ts";

const GoodPicture = z.object({ fileName: z.string(), image: BlobId, view: View.default(DEFAULT_VIEW) });

export const registerProduct = defineTool({
  name: "register_product",
  description:
    "Register a product from its good pictures (stored before), its defect types, known cases and manuals: builds and calibrates the memory bank. All or nothing.",
  input: z.object({
    id: ProductId,
    names: Bilingual,
    alpha: Alpha.default(DEFAULT_ALPHA),
    grounder: GrounderName.optional(),
    types: DefectTypes.default([]),
    good: z.array(GoodPicture).min(1),
    manuals: z.array(z.object({ fileName: z.string(), file: BlobId })).default([]),
    cases: z.array(CasePicture).default([]),
  }),
  output: Product,
  async run({ good, manuals, cases: casePictures, ...described }, context) {
    const { store, job } = context;
    const own = await registeredBy(job, described.id, store);
    if (own) return finish(own, context);
    await refuseTaken(described.id, store);
    const addedAt = new Date().toISOString();
    const views = [...new Set(good.map(({ view }) => view))];
    const { grounder, ...named } = described;
    const product: Product = {
      ...named,
      ...(grounder !== undefined && { grounder }),
      views,
      createdAt: addedAt,
      ...(job !== undefined && { registeredBy: job }),
    };
    const indexed = await readManuals(manuals, context);
    const references = await referencesOf(good, { product: product.id, addedAt, context });
    const banks = await banksOf(product, references, context);
    const bankOf = async (view: View) => banks.find(({ record }) => record.view === view);
    const cases = await readCases(casePictures, { product, bankOf, context });
    const records = banks.map(({ record }) => record);
    await store.products.register({ product, references, banks: records, manuals: indexed, cases });
    await describePictures(banks, context);
    return product;
  },
});

/** What an earlier run of the same job registered before it was cut off. */
const registeredBy = async (
  job: JobId | undefined,
  id: ProductId,
  store: Store,
): Promise<Product | undefined> => {
  const known = await store.products.get(id);
  return known?.registeredBy !== undefined && known.registeredBy === job ? known : undefined;
};

const finish = async (product: Product, context: ToolContext): Promise<Product> => {
  for (const view of product.views) {
    const bank = await context.banks.of(product.id, view, context.signal);
    await describePictures(bank ? [bank] : [], context);
  }
  return product;
};

const banksOf = async (
  { id: product, views }: Product,
  references: readonly Reference[],
  context: ToolContext,
): Promise<Bank[]> => {
  const model = await context.models.features(FEATURE_MODEL);
  const onProgress = (share: number) => context.onProgress?.("build_bank", share);
  const banks: Bank[] = [];
  for (const view of views) {
    const request = { product, view, references: references.filter((reference) => reference.view === view) };
    const record = await buildProductBank(request, { onProgress, signal: context.signal }, context);
    banks.push({ record, model });
  }
  return banks;
};

/** Known before the long work; the store itself refuses a second registration at the end. */
export const refuseTaken = async (id: string, store: Store): Promise<void> => {
  if (!(await store.products.get(id))) return;
  throw new GumsaError("product_exists", `A product with the id ${id} is already registered.`, {
    hint: `gumsa product remove ${id}, or choose another id`,
  });
};

/** One reference for each different picture: the same bytes twice are one good part, not two. */
const referencesOf = async (
  good: readonly z.output<typeof GoodPicture>[],
  { product, addedAt, context }: { product: string; addedAt: string; context: ToolContext },
): Promise<Reference[]> => {
  const different = [
    ...new Map(good.map((picture) => [`${picture.view} ${picture.image}`, picture])).values(),
  ];
  let done = 0;
  return pMap(
    different,
    async ({ image, fileName, view }) => {
      const ref = await imageRefOf(image, fileName, context);
      context.onProgress?.("read_pictures", ++done / different.length);
      return { product, view, image: ref, fileName, addedAt };
    },
    { concurrency: 4 },
  );
};
