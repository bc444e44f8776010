// How faithful reports are to their evidence, by a judge that shares nothing with the code that writes and checks them.
import { z } from "zod";
import type { DefectType } from "../../../src/domain/defect-type.ts";
import type { Inspection } from "../../../src/domain/inspection.ts";
import type { SuiteContext } from "../../context.ts";
import { readReportFiles } from "../../datasets/reports.ts";
import { readTypes } from "../../datasets/types-file.ts";
import type { Known } from "../../judges/report/judge-report.ts";
import { pdfPages } from "../../judges/pdf-pages.ts";
import { defineSuite } from "../../suite.ts";
import { borrowedOrDemo } from "../built-product.ts";
import { REPORT_FLAGS } from "./flags.ts";
import { inspectedSubjects, RULE_WRITER } from "./inspected.ts";
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
  readonly knownOf: (inspections: readonly Inspection[]) => Promise<Known>;
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
      names: namesOf(inspections, []),
    }),
  };
};

const openPictures = async (
  files: Files,
  options: ReportOptions,
  context: SuiteContext,
): Promise<Judging> => {
  const { inspector } = context;
  const product = await borrowedOrDemo(options.product, context);
  const { types, names } = (await inspector.products.show(product.id)).product;
  const pages = new Map<string, readonly string[]>();
  return {
    subjects: inspectedSubjects(files, { product, types, writer: options.writer }, context),
    versions: { bank: product.bank, features: product.model },
    knownOf: async (inspections) => {
      for (const id of manualsOf(inspections)) {
        if (!pages.has(id)) pages.set(id, await pdfPages(await inspector.blobs.get(id), id));
      }
      return { types, pagesOf: (id) => pages.get(id), names: namesOf(inspections, nameList(names, types)) };
    },
  };
};

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

const namesOf = (inspections: readonly Inspection[], names: readonly string[]): string[] => [
  ...names,
  ...inspections.flatMap(({ images }) => images.map(({ fileName }) => fileName)),
];
