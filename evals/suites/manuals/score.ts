// The figures of `manuals`: over all questions, and by the language in which they were asked.
import { z } from "zod";
import { Language } from "../../../src/domain/language.ts";
import { ratio } from "../../metrics/figure.ts";
import type { FigureKind, Measured, SuiteFigure } from "../../suite.ts";

/** A passage that came back, judged against the PDF and the question. */
export const JudgedPassage = z.object({
  document: z.string(),
  page: z.int(),
  /** The beginning of the quotation. */
  says: z.string(),
  /** Whether all of the quotation stands on the cited page. */
  isLiteral: z.boolean(),
  isRightPage: z.boolean(),
  /** Whether it holds the words that an answer must hold. */
  holdsWords: z.boolean(),
});
export type JudgedPassage = z.infer<typeof JudgedPassage>;

export const ManualsResult = z.object({
  question: z.string(),
  language: Language,
  /** Null where no manual answers. */
  expected: z.object({ document: z.string(), page: z.int() }).nullable(),
  found: z.array(JudgedPassage),
});
export type ManualsResult = z.infer<typeof ManualsResult>;
export type MeasuredQuestion = Measured<ManualsResult>;

const rate = (
  [ko, en]: readonly [ko: string, en: string],
  better: "higher" | "lower",
  isHeadline?: true,
): FigureKind => ({ label: { ko, en }, unit: "rate", better, ...(isHeadline && { isHeadline }) });

export const MANUALS_FIGURES: Readonly<Record<string, FigureKind>> = {
  "page.at1": rate(["맞는 쪽, 첫 번째", "right page, first"], "higher", true),
  "page.at3": rate(["맞는 쪽, 셋 안", "right page, among three"], "higher", true),
  "answer.at1": rate(["맞는 쪽과 필요한 낱말, 첫 번째", "right page and the words, first"], "higher", true),
  "answer.at3": rate(["맞는 쪽과 필요한 낱말, 셋 안", "right page and the words, among three"], "higher"),
  literal: rate(
    ["인용이 모두 그 쪽에 글자 그대로 있는 질문", "questions with every quotation literally on its page"],
    "higher",
    true,
  ),
  "noPassage.rightly": rate(
    ["답이 없을 때 답이 없다고 함", "“no passage” where there is none"],
    "higher",
    true,
  ),
  "noPassage.wrongly": rate(
    ["답이 있는데 없다고 함", "“no passage” where there is an answer"],
    "lower",
    true,
  ),
};

export const scoreManuals = (measured: readonly MeasuredQuestion[]): SuiteFigure[] => {
  const questions = measured.map(({ result }) => result);
  return [
    ...figuresOf(questions, []),
    ...Language.options.flatMap((language) => {
      const own = questions.filter((question) => question.language === language);
      return own.length === 0 ? [] : figuresOf(own, ["languages", language]);
    }),
  ];
};

const figuresOf = (questions: readonly ManualsResult[], scope: readonly string[]): SuiteFigure[] => {
  const answerable = questions.filter(({ expected }) => expected !== null);
  const unanswerable = questions.filter(({ expected }) => expected === null);
  const answered = questions.filter(({ found }) => found.length > 0);
  const share = (
    name: string,
    of: readonly ManualsResult[],
    isHit: (question: ManualsResult) => boolean,
  ): SuiteFigure => {
    const hits = of.filter(isHit).length;
    return { name, scope, count: of.length, hits, ...ratio(hits, of.length, "no such question") };
  };
  const within = (places: number, holds: (passage: JudgedPassage) => boolean) => (question: ManualsResult) =>
    question.found.slice(0, places).some(holds);
  return [
    share("page.at1", answerable, within(1, isRightPage)),
    share("page.at3", answerable, within(3, isRightPage)),
    share("answer.at1", answerable, within(1, isAnswer)),
    share("answer.at3", answerable, within(3, isAnswer)),
    share("literal", answered, ({ found }) => found.every(({ isLiteral }) => isLiteral)),
    share("noPassage.rightly", unanswerable, ({ found }) => found.length === 0),
    share("noPassage.wrongly", answerable, ({ found }) => found.length === 0),
  ];
};

const isRightPage = (passage: JudgedPassage): boolean => passage.isRightPage;
const isAnswer = (passage: JudgedPassage): boolean => passage.isRightPage && passage.holdsWords;
