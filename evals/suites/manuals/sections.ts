import type { Bilingual } from "../../../src/domain/language.ts";
import type { Cell, Section, Table } from "../../section.ts";
import type { ManualsResult, MeasuredQuestion } from "./score.ts";

const MOST_SHOWN = 20;

export const manualsSections = (measured: readonly MeasuredQuestion[]): Section[] => {
  const questions = measured.map(({ result }) => result);
  return [
    table({ ko: "답을 찾지 못한 질문", en: "answers that were missed" }, questions.filter(isMissed)),
    table(
      { ko: "답이 없는데 구절을 찾은 질문", en: "passages for what no manual answers" },
      questions.filter(({ expected, found }) => expected === null && found.length > 0),
    ),
    table(
      { ko: "그 쪽에 글자 그대로 있지 않은 인용", en: "quotations that do not stand on their page" },
      questions.flatMap((question) => {
        const found = question.found.filter(({ isLiteral }) => !isLiteral);
        return found.length === 0 ? [] : [{ ...question, found }];
      }),
    ),
    {
      kind: "note",
      text: {
        ko: "맞는 쪽은 문서와 쪽이 모두 질문의 정답과 같은 구절입니다. 같은 내용이 다른 문서에 있어도 틀린 것으로 셉니다. 공백과 유니코드 호환 문자만 다른 인용은 글자 그대로로 봅니다.",
        en: "A right page is a passage from the very document and page that the question names: the same said elsewhere counts as wrong. A quotation that differs only in white space and Unicode compatibility forms counts as literal.",
      },
    },
  ];
};

const isMissed = ({ expected, found }: ManualsResult): boolean =>
  expected !== null && !found.slice(0, 1).some(({ isRightPage, holdsWords }) => isRightPage && holdsWords);

const table = (title: Bilingual, questions: readonly ManualsResult[]): Table => ({
  kind: "table",
  title: { ko: `${title.ko} (${questions.length})`, en: `${title.en} (${questions.length})` },
  columns: [
    { ko: "질문", en: "question" },
    { ko: "정답", en: "expected" },
    { ko: "첫 번째 구절", en: "first passage" },
    { ko: "내용", en: "which says" },
  ],
  rows: questions
    .slice(0, MOST_SHOWN)
    .map(({ question, expected, found: [first] }): Cell[] => [
      question,
      expected ? placeOf(expected) : NONE,
      first ? placeOf(first) : NONE,
      first?.says ?? "",
    ]),
});

const NONE: Bilingual = { ko: "없음", en: "none" };

const placeOf = ({ document, page }: { document: string; page: number }): string => `${document}, ${page}`;
