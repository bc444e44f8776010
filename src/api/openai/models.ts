// A product is a model's name here, so that a chat client's menu chooses it.
import { GumsaError } from "../../errors.ts";
import type { Inspector } from "../../inspector.ts";

export interface ListedModel {
  readonly id: string;
  readonly object: "model";
  /** In seconds. */
  readonly created: number;
  readonly owned_by: "gumsa";
}

const ANY_PRODUCT = "gumsa";

export const listModels = async ({ products }: Inspector): Promise<ListedModel[]> => [
  modelOf(ANY_PRODUCT, 0),
  ...(await products.list()).map(({ id, createdAt }) =>
    modelOf(`${ANY_PRODUCT}:${id}`, Date.parse(createdAt)),
  ),
];

/** Undefined leaves the choice to the inspection. Throws `model_unknown`. */
export const productOfModel = async (model: string, inspector: Inspector): Promise<string | undefined> => {
  const known = await listModels(inspector);
  if (known.some(({ id }) => id === model)) return model.slice(ANY_PRODUCT.length + 1) || undefined;
  throw new GumsaError("model_unknown", `There is no model ${model}.`, {
    hint: known.map(({ id }) => id).join(", "),
  });
};

const modelOf = (id: string, createdMs: number): ListedModel => ({
  id,
  object: "model",
  created: Math.floor(createdMs / 1000),
  owned_by: "gumsa",
});
