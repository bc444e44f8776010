import type { Language } from "../domain/language.ts";
import type { Product } from "../domain/product.ts";
import type { EvidenceOf } from "./plan-evidence.ts";

/** The defect type's name where the phrase is one, else the phrase as it was asked. */
export const phraseName = (
  { phrase, defectType }: Pick<EvidenceOf<"grounded">, "phrase" | "defectType">,
  product: Product | null,
  language: Language,
): string => {
  const type = product?.types.find(({ code }) => code === defectType);
  if (!type) return phrase;
  const isAsked = Object.values(type.names).includes(phrase);
  return isAsked ? type.names[language] : `${phrase} (${type.names[language]})`;
};
