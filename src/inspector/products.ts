import type { Product } from "../domain/product.ts";
import { GumsaError } from "../errors.ts";
import type { Inspector } from "./contract.ts";
import type { ProductInput, ProductSummary, Progress } from "./inputs.ts";
import { knownProduct } from "../tools/known-product.ts";
import { indexOf } from "../tools/rebuild-index.ts";
import { refuseTaken } from "../tools/register-product.ts";
import { falseAlarmBound, thresholdOf } from "../vision/patch-memory/conformal.ts";
import { knownGrounder } from "./asked-phrases.ts";
import { storedCases } from "./cases.ts";
import { readDemoProduct } from "./demo-product.ts";
import type { Parts } from "./parts.ts";
import { changeProduct } from "./product-changes.ts";
import { sourcesOf } from "./product-sources.ts";
import { upkeepOf } from "./upkeep.ts";

export const productsOf = (parts: Parts): Inspector["products"] => {
  const { store } = parts;
  return {
    ...upkeepOf(parts),
    add: (input, run = {}) => addProduct(input, { parts, run }),
    async addDemo(run = {}) {
      const demo = await readDemoProduct(parts.root);
      if (!(await store.products.get(demo.id))) await addProduct(demo, { parts, run });
      return demo.id;
    },
    list: () => store.products.list(),
    async show(id) {
      return summaryOf(await knownProduct(id, store), parts);
    },
    sources: (id) => sourcesOf(id, parts),
    async remove(id) {
      await store.products.remove(id);
    },
    change: (id, changes) => changeProduct(id, changes, parts),
    async index(id) {
      return indexOf(await knownProduct(id, store), store);
    },
    changeModel: (change, run = {}) => parts.tools.changeModel(change, run),
  };
};

/** The named product; null for none; when nothing was said, the only one or, with none yet, the demo product. */
export const chosenProduct = async (
  named: string | null | undefined,
  { parts, run, products }: { parts: Parts; run: Progress; products: Inspector["products"] },
): Promise<Product | null> => {
  if (named === null) return null;
  if (named !== undefined) return knownProduct(named, parts.store);
  const known = await parts.store.products.list();
  if (known.length > 1) throw undecided(known);
  return known[0] ?? knownProduct(await products.addDemo(run), parts.store);
};

const undecided = (known: readonly Product[]): GumsaError =>
  new GumsaError(
    "product_required",
    `Several products are registered: ${known.map(({ id }) => id).join(", ")}.`,
    {
      hint: "name one with --product, or --no-product for the capture alone",
    },
  );

const addProduct = async (
  { id, names = { ko: id, en: id }, alpha, grounder, types, good, manuals = [], cases = [] }: ProductInput,
  { parts, run }: { parts: Parts; run: Progress },
): Promise<ProductSummary> => {
  const { blobs, store, tools } = parts;
  await refuseTaken(id, store);
  if (grounder !== undefined) await knownGrounder(grounder, parts.models);
  const stored = [];
  for (const { fileName, read } of good) stored.push({ fileName, image: await blobs.put(await read()) });
  const pdfs = [];
  for (const { fileName, bytes } of manuals) pdfs.push({ fileName, file: await blobs.put(bytes) });
  const product = await tools.registerProduct(
    {
      id,
      names,
      good: stored,
      manuals: pdfs,
      cases: await storedCases(cases, blobs),
      ...(alpha !== undefined && { alpha }),
      ...(grounder !== undefined && { grounder }),
      ...(types && { types: [...types] }),
    },
    run,
  );
  return summaryOf(product, parts);
};

const summaryOf = async (product: Product, { store }: Parts): Promise<ProductSummary> => {
  const [view = "front"] = product.views;
  const [references, manuals, cases, bank] = await Promise.all([
    store.references.list(product.id, view),
    store.manuals.list(product.id),
    store.cases.list(product.id),
    store.banks.get(product.id, view),
  ]);
  const threshold = bank && thresholdOf(bank.leftOutScores, product.alpha);
  const bound = bank && falseAlarmBound(product.alpha, bank.leftOutScores.length);
  return {
    product,
    references: references.length,
    manuals,
    cases: cases.length,
    bank: bank
      ? {
          version: bank.file,
          model: bank.model,
          modelSha256: bank.modelSha256,
          inputLongEdgePx: bank.inputLongEdgePx,
          leftOutScores: bank.leftOutScores,
          ...(threshold !== undefined && { threshold }),
          ...(bound !== undefined && { falseAlarmBound: bound }),
        }
      : null,
  };
};
