import { DEFAULT_VIEW, type View } from "../domain/product.ts";
import type { Reference } from "../domain/reference.ts";
import type { ReferenceChange } from "../domain/reference-change.ts";
import { GumsaError } from "../errors.ts";
import type { ToolRun } from "../tools/define-tool.ts";
import { knownProduct } from "../tools/known-product.ts";
import type { Parts } from "./parts.ts";

/** A picture of a good part; its bytes are loaded when their turn comes. */
export interface ReferenceInput {
  readonly fileName: string;
  readonly read: () => Promise<Uint8Array>;
}

/** The good pictures of products. Every edit builds the memory bank anew; taking an edit back gives the one before. */
export interface References {
  /** A view that the product did not have becomes one of its own. Throws `product_unknown`, `references_changed`. */
  add(
    input: { readonly product: string; readonly view?: View; readonly pictures: readonly ReferenceInput[] },
    run?: ToolRun,
  ): Promise<ReferenceChange>;
  /** By file names or ids. Throws `product_unknown`, `reference_unknown`, `references_too_few`, `references_changed`. */
  remove(
    input: { readonly product: string; readonly view?: View; readonly names: readonly string[] },
    run?: ToolRun,
  ): Promise<ReferenceChange>;
  /** Of all views, in the order in which they were added. Throws `product_unknown`. */
  list(product: string): Promise<Reference[]>;
}

export const referencesOf = ({ store, blobs, tools }: Parts): References => ({
  async add({ product, view = DEFAULT_VIEW, pictures }, run = {}) {
    await knownProduct(product, store);
    const good = [];
    for (const { fileName, read } of pictures) good.push({ fileName, image: await blobs.put(await read()) });
    return tools.addReferences({ product, view, good }, run);
  },
  async remove({ product, view = DEFAULT_VIEW, names }, run = {}) {
    await knownProduct(product, store);
    const known = await store.references.list(product, view);
    const images = names.map((name) => namedReference(name, known, product).image.id);
    return tools.removeReferences({ product, view, images }, run);
  },
  async list(id) {
    const { views } = await knownProduct(id, store);
    return (await Promise.all(views.map((view) => store.references.list(id, view)))).flat();
  },
});

/** Several pictures may have the same name, since they were added from several folders. */
const namedReference = (name: string, known: readonly Reference[], product: string): Reference => {
  const found = known.filter(({ image, fileName }) => fileName === name || image.id === name);
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  const reason = only
    ? `${product} has ${found.length} good pictures called ${name}.`
    : `${product} has no good picture called ${name}.`;
  throw new GumsaError("reference_unknown", reason, {
    hint: only
      ? `name it by its id: ${found.map(({ image }) => image.id).join(", ")}`
      : "gumsa references list",
  });
};
