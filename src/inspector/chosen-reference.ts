import type { ChosenReference } from "../domain/inspection.ts";
import type { Product } from "../domain/product.ts";
import { GumsaError } from "../errors.ts";
import type { Store } from "../store/store.ts";

/** A case by its id, or a good picture by its file name or SHA-256. Throws `reference_unknown`. */
export const chosenReference = async (
  named: string,
  product: Product | null,
  store: Store,
): Promise<ChosenReference> => {
  if (!product) {
    throw new GumsaError(
      "reference_unknown",
      `Without a product there is nothing to compare with ${named}.`,
      {
        hint: "name the product",
      },
    );
  }
  const known = await store.cases.get(named);
  if (known?.product === product.id) {
    return { kind: "case", image: known.image.id, fileName: known.fileName };
  }
  const good = (
    await Promise.all(product.views.map((view) => store.references.list(product.id, view)))
  ).flat();
  const found = good.find(({ fileName, image }) => fileName === named || image.id === named);
  if (found) return { kind: "good", image: found.image.id, fileName: found.fileName };
  throw new GumsaError("reference_unknown", `${product.id} has no good picture or case called ${named}.`, {
    hint: `gumsa cases list ${product.id}`,
  });
};
