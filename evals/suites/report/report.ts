// How faithful reports are to their evidence, by a judge that shares nothing with the code that writes and checks them.
import { z } from "zod";
import type { SuiteContext } from "../../context.ts";
import { readReportFiles } from "../../datasets/reports.ts";
import { readTypes } from "../../datasets/types-file.ts";
import { defineSuite } from "../../suite.ts";
import { borrowedOrDemo } from "../built-product.ts";
import { REPORT_FLAGS } from "./flags.ts";
import { inspectedSubjects, RULE_WRITER } from "./inspected.ts";
import { fileNames, type KnownOf, knownOfProduct } from "./known.ts";
import { pagesInFolder, recordedSubjects } from "./recorded.ts";
import { REPORT_FIGURES, ReportResult, scoreReports } from "./score.ts";
import { reportSections } from "./sections.ts";
import { judgeSubject, type Subject } from "./subject.ts";

const Options = z.strictObject({
  data: z.string(),
  product: z.string().optional(),
  writer: z.string().default(RULE_WRITER),
  types: z.string().optional(),
  manuals: z.string().optional(),
});

interface Judging {
  readonly subjects: readonly Subject[];
  readonly versions: Readonly<Record<string, string>>;
  readonly knownOf: KnownOf;
}

export const report = defineSuite({
  name: "report",
  describes: {
    ko: "보고서: 네 절, 근거 없는 문장, 근거에 없는 숫자, 글자 그대로인 인용, 두 언어의 사실, 유형; 작성자별",
    en: "reports: sections, sentences and numbers without evidence, literal quotations, same facts in both languages, types; by writer",
  },
  flags: REPORT_FLAGS,
  options: Options,
  result: ReportResult,
  figures: REPORT_FIGURES,
  async open(options, context) {
    const set = await readReportFiles(options.data);
    const { subjects, versions, knownOf } =
      set.kind === "records"
        ? await openRecords(set.files, options, context)
        : await openPictures(set.files, options, context);
    const byId = new Map(subjects.map((subject) => [subject.id, subject]));
    return {
      dataset: set.name,
      files: set.files,
      items: subjects,
      versions,
      measure: async ({ id }) => {
        const subject = byId.get(id);
        if (!subject) throw new TypeError(`${id} is no item of this data set`);
        return judgeSubject(subject, knownOf);
      },
      sections: async (measured) => reportSections(measured),
    };
  },
  score: scoreReports,
});

type Files = Awaited<ReturnType<typeof readReportFiles>>["files"];
type ReportOptions = z.output<typeof Options>;

const openRecords = async (files: Files, options: ReportOptions, context: SuiteContext): Promise<Judging> => {
  const types = options.types === undefined ? [] : await readTypes(options.types);
  const pages = await pagesInFolder(options.manuals, context);
  return {
    subjects: await recordedSubjects(files, types, context),
    versions: {},
    knownOf: async (inspections) => ({
      types,
      pagesOf: (documentId) => pages.get(documentId),
      names: fileNames(inspections),
    }),
  };
};

const openPictures = async (
  files: Files,
  options: ReportOptions,
  context: SuiteContext,
): Promise<Judging> => {
  const product = await borrowedOrDemo(options.product, context);
  const { types } = (await context.inspector.products.show(product.id)).product;
  return {
    subjects: inspectedSubjects(files, { product, types, writer: options.writer }, context),
    versions: { bank: product.bank, features: product.model },
    knownOf: await knownOfProduct(product.id, context),
  };
};
