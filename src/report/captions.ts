// What stands below the pictures of regions, known cases and manual pages, the same in every rendering.
import type { ReportDocument } from "./document.ts";
import { VALUE_WORDS } from "./field-words.ts";
import * as write from "./numbers.ts";
import { placeOf } from "./place.ts";
import type { EvidenceOf } from "./plan-evidence.ts";
import { uiWordsOf } from "./ui-words.ts";
import { wordsOf } from "./words-of.ts";

export const cropCaption = ({ inspection, product }: ReportDocument, index: number): string => {
  const { language } = inspection.report;
  const region = inspection.regions[index];
  const picture = inspection.images[0]?.image;
  if (!region || !picture) return "";
  const type = typeName(product, region.label, language);
  return [`${index + 1}`, type, wordsOf(language).places[placeOf(region, picture)]]
    .filter(Boolean)
    .join(" · ");
};

export const caseCaption = (
  { inspection, product }: ReportDocument,
  { id, caseType, similarity, asked }: EvidenceOf<"similar">,
): string => {
  const { language } = inspection.report;
  const words = uiWordsOf(language);
  const near =
    typeof asked === "number"
      ? `${words.region} ${asked}`
      : (VALUE_WORDS.asked?.[asked]?.[language] ?? asked);
  return `${id} · ${typeName(product, caseType, language)} · ${near} · ${words.similarity} ${write.quantity(similarity)}`;
};

export const pageCaption = (
  { inspection }: ReportDocument,
  { id, document, revision, page }: EvidenceOf<"manual">,
): string => {
  const words = uiWordsOf(inspection.report.language);
  return `${id} · ${document} · ${words.revision} ${revision} · ${words.page} ${page}`;
};

const typeName = (
  product: ReportDocument["product"],
  code: string | undefined,
  language: "ko" | "en",
): string => product?.types.find((type) => type.code === code)?.names[language] ?? code ?? "";
