import type { Cell, Section } from "../../section.ts";
import type { ChatResult } from "./score.ts";

const MOST_SHOWN = 40;

export const chatSections = (results: readonly ChatResult[]): Section[] => {
  const wrong = results.filter(({ faults }) => faults.length > 0);
  return [
    {
      kind: "table",
      title: { ko: `틀린 답 (${wrong.length})`, en: `wrong answers (${wrong.length})` },
      columns: [
        { ko: "질문", en: "question" },
        { ko: "검사", en: "inspection" },
        { ko: "틀린 점", en: "what is wrong" },
        { ko: "답", en: "answer" },
      ],
      rows: wrong
        .slice(0, MOST_SHOWN)
        .map(({ question, inspection, faults, answer }): Cell[] => [
          question,
          inspection,
          faults.join("; "),
          answer,
        ]),
    },
    {
      kind: "note",
      text: {
        ko: "정답은 답하는 코드와 별개인 코드가 기록에서 계산합니다. 보류한 질문은 답하는 쪽을 완성한 뒤에 썼으며 그 결과로 고치지 않았습니다.",
        en: "What is right is computed from the record by code apart from the answerer. Questions held back were written after the answerer was finished, and nothing was mended by them.",
      },
    },
  ];
};
