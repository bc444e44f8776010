import { z } from "zod";
import { DefectCode } from "../domain/defect-type.ts";
import { MANUAL_SECTIONS, ManualEvidence } from "../domain/evidence.ts";
import { Language } from "../domain/language.ts";
import type { Passage } from "../domain/passage.ts";
import { ProductId } from "../domain/product.ts";
import { type Guidance, guidanceIn } from "../rag/guidance.ts";
import { defineTool } from "./define-tool.ts";
import { knownProduct } from "./known-product.ts";

export const findGuidance = defineTool({
  name: "find_guidance",
  description:
    "Collect what a product's manuals say of the causes, actions and prevention of its defect types, in the reader's language where a manual has it.",
  input: z.object({
    product: ProductId,
    /** All of the product's types when empty. */
    types: z.array(DefectCode).default([]),
    language: Language,
  }),
  output: z.array(
    ManualEvidence.omit({ id: true, kind: true }).required({ section: true, defectType: true }),
  ),
  async run({ product: id, types, language }, { store }) {
    const product = await knownProduct(id, store);
    const wanted = product.types.filter(({ code }) => types.length === 0 || types.includes(code));
    const guidance = guidanceIn(await store.manuals.passages(id), wanted);
    return wanted.flatMap(({ code }) =>
      MANUAL_SECTIONS.flatMap((section) =>
        inLanguage(
          guidance.filter((item) => item.section === section && item.defectType === code),
          language,
        ),
      ),
    );
  },
});

/** Those in the reader's language; where there are none, those in the other. */
const inLanguage = (guidance: readonly Guidance[], language: Language): Guidance[] => {
  const own = guidance.filter((passage) => languageOf(passage) === language);
  return own.length > 0 ? own : [...guidance];
};

const languageOf = ({ quotation }: Passage): Language => (/\p{Script=Hangul}/u.test(quotation) ? "ko" : "en");
