// What the manuals say of the product's defect types, as far as their headings tell what a passage is about.
import type { DefectCode, DefectType } from "../domain/defect-type.ts";
import type { Passage } from "../domain/passage.ts";
import { defectTypeOf, type ManualSection, sectionOf } from "./section-of.ts";

export interface Guidance extends Passage {
  readonly section: ManualSection;
  readonly defectType: DefectCode;
}

export const guidanceIn = (passages: readonly Passage[], types: readonly DefectType[]): Guidance[] =>
  passages.flatMap((passage) => {
    const section = sectionOf(passage.headings);
    const defectType = defectTypeOf(passage.headings, types);
    return section && defectType ? [{ ...passage, section, defectType }] : [];
  });
