// What a judge of a registered product's reports has to know, told by the product and its manuals' PDFs.
import type { DefectType } from "../../../src/domain/defect-type.ts";
import type { Inspection } from "../../../src/domain/inspection.ts";
import type { SuiteContext } from "../../context.ts";
import { pdfPages } from "../../judges/pdf-pages.ts";
import type { Known } from "../../judges/report/judge-report.ts";

export type KnownOf = (inspections: readonly Inspection[]) => Promise<Known>;

/** Each PDF is read when it is first cited. */
export const knownOfProduct = async (id: string, { inspector }: SuiteContext): Promise<KnownOf> => {
  const { types, names } = (await inspector.products.show(id)).product;
  const pages = new Map<string, readonly string[]>();
  return async (inspections) => {
    for (const manual of manualsOf(inspections)) {
      if (!pages.has(manual)) pages.set(manual, await pdfPages(await inspector.blobs.get(manual), manual));
    }
    return {
      types,
      pagesOf: (manual) => pages.get(manual),
      names: [...nameList(names, types), ...fileNames(inspections)],
    };
  };
};

/** They may hold digits. */
export const fileNames = (inspections: readonly Inspection[]): string[] =>
  inspections.flatMap(({ images }) => images.map(({ fileName }) => fileName));

const manualsOf = (inspections: readonly Inspection[]): Set<string> =>
  new Set(
    inspections.flatMap(({ evidence }) =>
      evidence.flatMap((item) => (item.kind === "manual" ? [item.documentId] : [])),
    ),
  );

const nameList = (product: { ko: string; en: string }, types: readonly DefectType[]): string[] => [
  product.ko,
  product.en,
  ...types.flatMap(({ names }) => [names.ko, names.en]),
];
