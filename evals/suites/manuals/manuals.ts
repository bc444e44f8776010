// How well the manuals are searched: each question is asked through the tool that inspections use, and what comes back
// is judged against the PDF itself, read apart from the searching code.
import { z } from "zod";
import { GumsaError } from "../../../src/errors.ts";
import type { SuiteContext } from "../../context.ts";
import { type ManualQuestion, readQuestions } from "../../datasets/questions.ts";
import { readTypes } from "../../datasets/types-file.ts";
import { holdsWords, standsOn } from "../../judges/literal.ts";
import { defineSuite } from "../../suite.ts";
import { type JudgedPassage, MANUALS_FIGURES, ManualsResult, scoreManuals } from "./score.ts";
import { addManuals, type SearchedManuals } from "./searched-manuals.ts";
import { manualsSections } from "./sections.ts";

const PASSAGES = 3;
/** So much of a quotation is kept in the record. */
const EXCERPT_LENGTH = 160;

export const manuals = defineSuite({
  name: "manuals",
  describes: {
    ko: "설명서 검색: 맞는 쪽 @1, @3, 글자 그대로인 인용, 답이 없을 때 없다고 하는지",
    en: "search of the manuals: right page@1, @3, literal quotations, “no passage” where there is none",
  },
  flags: [
    {
      flags: "--data <folder>",
      describes: { ko: "PDF와 questions.jsonl이 있는 폴더", en: "folder of PDFs with questions.jsonl" },
    },
    {
      flags: "--questions <file>",
      describes: {
        ko: "다른 곳에 있는 질문 파일 (기본값: 폴더 안의 questions.jsonl)",
        en: "questions that lie elsewhere (default: questions.jsonl within the folder)",
      },
    },
    {
      flags: "--types <file>",
      describes: {
        ko: "결함 유형과 동의어 (gumsa product add --types와 같은 파일)",
        en: "defect types with their synonyms (the file of gumsa product add --types)",
      },
    },
  ],
  options: z.strictObject({
    data: z.string(),
    questions: z.string().optional(),
    types: z.string().optional(),
  }),
  result: ManualsResult,
  figures: MANUALS_FIGURES,
  async open({ data, questions: file, types }, context) {
    const set = await readQuestions(data, file);
    const searched = await addManuals(
      set.manuals,
      types === undefined ? [] : await readTypes(types),
      context,
    );
    const byId = new Map(set.questions.map((question) => [idOf(question), question]));
    return {
      dataset: set.name,
      files: set.files,
      items: set.questions.map((question) => ({
        id: idOf(question),
        stratum: `${question.lang}/${question.document === null ? "unanswerable" : "answerable"}`,
      })),
      versions: searched.versions,
      measure: async ({ id }) => {
        const question = byId.get(id);
        if (!question) throw new TypeError(`${id} is no question of this data set`);
        return measure(question, searched, context);
      },
      sections: async (measured) => manualsSections(measured),
    };
  },
  score: scoreManuals,
});

const idOf = ({ line }: ManualQuestion): string => `line ${line}`;

/** Throws `dataset_unreadable` for a question about a manual that could not be read. */
const measure = async (
  question: ManualQuestion,
  { product, pages }: SearchedManuals,
  { inspector, signal }: SuiteContext,
): Promise<ManualsResult> => {
  if (question.document !== null && !pages.has(question.document)) {
    throw new GumsaError("dataset_unreadable", `${question.document}, which answers it, was left out.`);
  }
  const { passages } = await inspector.manuals.search(product, question.question, PASSAGES, { signal });
  return {
    question: question.question,
    language: question.lang,
    expected: question.document === null ? null : { document: question.document, page: question.page },
    found: passages.map(
      ({ document, page, quotation }): JudgedPassage => ({
        document,
        page,
        says: quotation.slice(0, EXCERPT_LENGTH),
        isLiteral: standsOn(pages.get(document)?.[page - 1] ?? "", quotation),
        isRightPage: document === question.document && page === question.page,
        holdsWords: question.document !== null && holdsWords(quotation, question.quote),
      }),
    ),
  };
};
