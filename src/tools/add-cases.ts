import { z } from "zod";
import { Case } from "../domain/case.ts";
import { ProductId } from "../domain/product.ts";
import { CasePicture, readCases } from "./case-pictures.ts";
import { defineTool } from "./define-tool.ts";
import { describePictures } from "./describe-pictures.ts";
import { knownProduct } from "./known-product.ts";

export const addCases = defineTool({
  name: "add_cases",
  description:
    "Add stored pictures of known defects to a product, each with its defect type and, where it is known, its box or mask. A picture that is there already is not added twice.",
  input: z.object({ product: ProductId, cases: z.array(CasePicture).min(1) }),
  output: z.array(Case),
  async run({ product: id, cases }, context) {
    const { store, banks, signal } = context;
    const product = await knownProduct(id, store);
    const bankOf = (view: string) => banks.of(id, view, signal);
    const added = await store.cases.add(await readCases(cases, { product, bankOf, context }));
    for (const view of new Set(added.map((entry) => entry.view))) {
      const bank = await bankOf(view);
      await describePictures(bank ? [bank] : [], context);
    }
    return added;
  },
});
