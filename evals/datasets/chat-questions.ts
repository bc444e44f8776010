// Questions of a conversation: a line of JSON each. Those that were held back were written after the answerer was
// finished and are told apart in the figures.
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { z } from "zod";
import { Language } from "../../src/domain/language.ts";
import { VERDICTS } from "../../src/domain/verdict.ts";
import { GumsaError } from "../../src/errors.ts";
import type { DataFile } from "../suite.ts";

export const SPLITS = ["known", "held-back"] as const;

const Question = z.object({
  question: z.string().min(1),
  lang: Language,
  /** Adversarial: leading, denied, repeated, threatening, or unanswerable. */
  kind: z.enum(["factual", "adversarial"]),
  /** What the judge computes from the record. */
  expect: z.string(),
  /** Only of an inspection with this verdict. */
  about: z.enum([...VERDICTS, "any"]).default("any"),
});

export type ChatQuestionLine = z.infer<typeof Question> & {
  readonly id: string;
  readonly split: (typeof SPLITS)[number];
};

/** Throws `dataset_unreadable`, with the line that does not fit. */
export const readChatQuestions = async (
  files: Readonly<Record<(typeof SPLITS)[number], string>>,
): Promise<{ questions: ChatQuestionLine[]; files: DataFile[] }> => {
  const read = await Promise.all(SPLITS.map(async (split) => linesOf(resolve(files[split]), split)));
  const paths = SPLITS.map((split) => ({ name: basename(files[split]), path: resolve(files[split]) }));
  return { questions: read.flat(), files: paths };
};

const linesOf = async (path: string, split: (typeof SPLITS)[number]): Promise<ChatQuestionLine[]> => {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new GumsaError("dataset_unreadable", `${path} cannot be read.`, { cause });
  });
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const parsed = Question.safeParse(jsonOf(line));
    if (parsed.success) return [{ ...parsed.data, split, id: `${split}/${index + 1}` }];
    throw new GumsaError("dataset_unreadable", `${basename(path)}, line ${index + 1}: this is no question.`, {
      hint: '{"question":"…","lang":"en","kind":"factual","expect":"threshold"}',
    });
  });
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema tells what is wrong
  }
};
