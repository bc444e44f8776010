import { GumsaError } from "../errors.ts";
import type { Inspector } from "../inspector.ts";
import type { Context } from "./context.ts";
import { note } from "./output.ts";
import type { ProgressDisplay } from "./progress.ts";

/** As the options `--product P` and `--no-product` come out: an id, false, or nothing. */
export type ProductOption = string | false | undefined;

export interface ProductChoice {
  /** What `Inspector.inspect` is told, of every picture the same; undefined leaves the choice to it. */
  readonly choose: () => Promise<string | null | undefined>;
  /** Says which product was used when none was named, once for each change. */
  readonly sayUsed: (product: string | null) => void;
}

/** Registers the demo product, saying so, when no product is there at all. */
export const createProductChoice = (
  option: ProductOption,
  { inspector, context, display }: { inspector: Inspector; context: Context; display: ProgressDisplay },
): ProductChoice => {
  let said: string | null = null;
  let chosen: Promise<string | null | undefined> | undefined;
  const say = (text: string): void => {
    display.clear();
    note(context.io, text);
  };
  const choose = async (): Promise<string | null | undefined> => {
    if (option !== undefined) return option === false ? null : option;
    if ((await inspector.products.list()).length > 0) return undefined;
    say(context.words.inspect.buildingDemo);
    return inspector.products.addDemo(display.progress);
  };
  return {
    choose: () => {
      chosen ??= choose();
      return chosen;
    },
    sayUsed: (product) => {
      if (option !== undefined || product === null || product === said) return;
      said = product;
      say(context.words.inspect.productUsed(product));
    },
  };
};

/** The named product, or the only one. Throws `product_required`. */
export const namedOrOnlyProduct = async (
  named: string | undefined,
  inspector: Inspector,
  { words }: Pick<Context, "words">,
): Promise<string> => {
  if (named !== undefined) return named;
  const [first, ...others] = await inspector.products.list();
  if (first === undefined) {
    throw new GumsaError("product_required", words.product.none, { hint: words.product.addHint });
  }
  if (others.length === 0) return first.id;
  const ids = [first, ...others].map(({ id }) => id).join(", ");
  throw new GumsaError("product_required", words.product.several(ids), { hint: `--product ${first.id}` });
};
