// Pictures as subjects: each is inspected by the whole graph, and its report read in both languages. The rule writer's
// other language is what a user gets who asks for it; a language model has to write both.
import { readFile } from "node:fs/promises";
import type { DefectType } from "../../../src/domain/defect-type.ts";
import { Inspection } from "../../../src/domain/inspection.ts";
import type { Language } from "../../../src/domain/language.ts";
import type { NamedBytes } from "../../../src/inspector.ts";
import type { SuiteContext } from "../../context.ts";
import { truthOf } from "../../datasets/reports.ts";
import type { ReportedFacts } from "../../judges/report/same-facts.ts";
import type { DataFile } from "../../suite.ts";
import { type BuiltProduct, storePicture } from "../built-product.ts";
import type { Subject } from "./subject.ts";

export const RULE_WRITER = "rule";

interface Writing {
  readonly product: BuiltProduct;
  readonly types: readonly DefectType[];
  readonly writer: string;
}

export const inspectedSubjects = (
  pictures: readonly DataFile[],
  { product, types, writer }: Writing,
  context: SuiteContext,
): Subject[] =>
  pictures.map((picture) => {
    const truth = truthOf(picture.name, types);
    return {
      id: picture.name,
      group: picture.name,
      ...(truth !== undefined && { stratum: truth }),
      truth,
      reports: () => readBoth(picture, { product: product.id, writer }, context),
    };
  });

const readBoth = async (picture: DataFile, asked: Asked, context: SuiteContext): Promise<ReportedFacts[]> => {
  await storePicture(picture, context);
  return inspectBoth({ fileName: picture.name, bytes: await readFile(picture.path) }, asked, context);
};

interface Asked {
  readonly product: string;
  readonly writer: string;
}

/** One picture's report in both languages. */
export const inspectBoth = async (
  picture: NamedBytes,
  asked: Asked,
  context: SuiteContext,
): Promise<ReportedFacts[]> => {
  const { inspector, signal } = context;
  const inspect = async (language: Language): Promise<ReportedFacts> => {
    const inspection = await inspector.inspect({ ...asked, images: [picture], language }, { signal });
    return { inspection, report: inspection.report };
  };
  const first = await inspect("ko");
  return [first, asked.writer === RULE_WRITER ? await otherLanguage(first, context) : await inspect("en")];
};

const otherLanguage = async (
  { inspection }: ReportedFacts,
  { inspector }: SuiteContext,
): Promise<ReportedFacts> => {
  const json = await inspector.inspections.render(inspection, { format: "json", language: "en" });
  const rendered = Inspection.parse(JSON.parse(new TextDecoder().decode(json)));
  return { inspection: rendered, report: rendered.report };
};
