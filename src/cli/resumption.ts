import type { InspectInput, Inspector } from "../inspector.ts";
import type { Context } from "./context.ts";
import { keyOf, type Ledger, openLedger } from "./ledger.ts";

export interface Resumption {
  readonly ledger: Ledger;
  /** By picture, product, memory bank and what else was asked; undefined for what cannot be told apart. */
  readonly keyOf: (
    images: InspectInput["images"],
    product: string | null | undefined,
  ) => Promise<string | undefined>;
}

export interface ResumptionOptions {
  /** The folder of results. */
  readonly out: string;
  readonly asked: Pick<InspectInput, "writer" | "opinion" | "reference" | "phrases" | "grounder">;
  readonly inspector: Inspector;
  readonly context: Context;
}

export const openResumption = async (options: ResumptionOptions): Promise<Resumption> => {
  const { inspector, context, asked } = options;
  const banks = new Map<string, Promise<string | undefined>>();
  const bankOf = (product: string): Promise<string | undefined> => {
    const bank = banks.get(product) ?? inspector.products.show(product).then((shown) => shown.bank?.version);
    banks.set(product, bank);
    return bank;
  };
  const { language } = context;
  const { writer, opinion, reference, phrases, grounder } = asked;
  return {
    ledger: await openLedger(options.out, context.words),
    keyOf: async ([picture, ...others], chosen) => {
      const product = chosen === undefined ? await onlyProduct(inspector) : chosen;
      if (!picture || others.length > 0 || product === undefined) return undefined;
      const bank = product === null ? undefined : await bankOf(product);
      return keyOf(picture.bytes, { product, bank, language, writer, opinion, reference, phrases, grounder });
    },
  };
};

/** What the inspector takes when none is named. */
const onlyProduct = async (inspector: Inspector): Promise<string | undefined> => {
  const [first, ...others] = await inspector.products.list();
  return others.length === 0 ? first?.id : undefined;
};
