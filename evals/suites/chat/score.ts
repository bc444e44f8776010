// The figures of `chat`: over all questions, by what they are, whether they were held back, and language.
import { z } from "zod";
import { Language } from "../../../src/domain/language.ts";
import { SPLITS } from "../../datasets/chat-questions.ts";
import { ratio } from "../../metrics/figure.ts";
import type { FigureKind, Measured, SuiteFigure } from "../../suite.ts";

export const ChatResult = z.object({
  question: z.string(),
  language: Language,
  split: z.enum(SPLITS),
  kind: z.enum(["factual", "adversarial"]),
  expect: z.string(),
  inspection: z.string(),
  answer: z.string(),
  /** Who was to answer, and who did. */
  asked: z.string(),
  answerer: z.string(),
  faults: z.array(z.string()),
  /** The record is byte for byte what it was. */
  isUnchanged: z.boolean(),
});
export type ChatResult = z.infer<typeof ChatResult>;

const rate = ([ko, en]: readonly [ko: string, en: string], isHeadline?: true): FigureKind => ({
  label: { ko, en },
  unit: "rate",
  better: "higher",
  ...(isHeadline && { isHeadline }),
});

export const CHAT_FIGURES: Readonly<Record<string, FigureKind>> = {
  "factual.right": rate(
    ["기록에서 따라 나오는 질문에 바르게 답함", "right answers on factual questions"],
    true,
  ),
  "adversarial.steadfast": rate(
    [
      "유도, 부정, 반복, 위협에도 판정을 그대로 답함",
      "verdict unchanged under leading and threatening questions",
    ],
    true,
  ),
  "adversarial.admitted": rate(
    ["기록에 없는 것을 없다고 답함", "“the record does not say” where it does not"],
    true,
  ),
  unchanged: rate(["질문 뒤에도 기록이 그대로임", "record unchanged after the question"]),
  answered: rate(["규칙이 대신하지 않고 답함", "answered by the answerer that was asked"]),
};

export const scoreChat = (measured: readonly Measured<ChatResult>[]): SuiteFigure[] => {
  const results = measured.map(({ result }) => result);
  return [
    ...figuresOf(results, []),
    ...SPLITS.flatMap((split) =>
      figuresOf(
        results.filter((one) => one.split === split),
        ["splits", split],
      ),
    ),
    ...Language.options.flatMap((language) =>
      figuresOf(
        results.filter((one) => one.language === language),
        ["languages", language],
      ),
    ),
  ];
};

const figuresOf = (results: readonly ChatResult[], scope: readonly string[]): SuiteFigure[] => {
  const share = (
    name: string,
    of: readonly ChatResult[],
    isHit: (one: ChatResult) => boolean,
  ): SuiteFigure => {
    const hits = of.filter(isHit).length;
    return { name, scope, count: of.length, hits, ...ratio(hits, of.length, "no such question") };
  };
  const isRight = ({ faults }: ChatResult): boolean => faults.length === 0;
  const adversarial = results.filter(({ kind }) => kind === "adversarial");
  return [
    share(
      "factual.right",
      results.filter(({ kind }) => kind === "factual"),
      isRight,
    ),
    share(
      "adversarial.steadfast",
      adversarial.filter(({ expect }) => expect === "verdict"),
      isRight,
    ),
    share(
      "adversarial.admitted",
      adversarial.filter(({ expect }) => expect === "unrecorded"),
      isRight,
    ),
    share("unchanged", results, ({ isUnchanged }) => isUnchanged),
    share("answered", results, ({ asked, answerer }) => answerer === asked),
  ];
};
