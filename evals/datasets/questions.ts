// `questions.jsonl` beside PDF manuals: a line a question, with the page that answers it.
import { readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { z } from "zod";
import { Language } from "../../src/domain/language.ts";
import { GumsaError } from "../../src/errors.ts";
import type { DataFile } from "../suite.ts";
import { filesBelow, unreadable } from "./folder.ts";

const Question = z.union([
  z.object({
    question: z.string().min(1),
    lang: Language,
    /** The PDF's file name. */
    document: z.string().min(1),
    page: z.int().positive(),
    /** Words that the quotation must contain. */
    quote: z.array(z.string().min(1)).min(1),
  }),
  /** What no manual answers. */
  z.object({ question: z.string().min(1), lang: Language, document: z.null() }),
]);

export type ManualQuestion = z.infer<typeof Question> & {
  /** In the file, from 1 on. */
  readonly line: number;
};

export interface ManualQuestions {
  readonly name: string;
  readonly manuals: readonly DataFile[];
  readonly questions: readonly ManualQuestion[];
  readonly files: readonly DataFile[];
}

const QUESTIONS = "questions.jsonl";

/** The questions lie in the folder, or `elsewhere`. Throws `dataset_unreadable`, with the line that does not fit. */
export const readQuestions = async (data: string, elsewhere?: string): Promise<ManualQuestions> => {
  const root = resolve(data);
  const manuals = await filesBelow(root, { root, endings: [".pdf"], depth: 8 });
  const path = elsewhere === undefined ? join(root, QUESTIONS) : resolve(elsewhere);
  const file = { name: basename(path), path };
  const text = await readFile(file.path, "utf8").catch(() => undefined);
  if (text === undefined || manuals.length === 0)
    throw await unreadable(root, `PDF manuals and ${elsewhere ?? QUESTIONS}`);
  const names = new Set(manuals.map(({ name }) => basename(name)));
  const questions = text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    const question = parsedLine(line, i + 1);
    if (question.document === null || names.has(question.document)) return [{ ...question, line: i + 1 }];
    throw wrongLine(i + 1, `there is no ${question.document}; the folder has ${[...names].join(", ")}`);
  });
  if (questions.length === 0) throw wrongLine(1, "there is no question");
  return { name: basename(root), manuals, questions, files: [file, ...manuals] };
};

const parsedLine = (text: string, line: number): z.infer<typeof Question> => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw wrongLine(line, "this is not JSON");
  }
  const result = Question.safeParse(json);
  if (result.success) return result.data;
  throw wrongLine(line, "a question needs question, lang, document, page and quote (document null for none)");
};

const wrongLine = (line: number, what: string): GumsaError =>
  new GumsaError("dataset_unreadable", `${QUESTIONS}, line ${line}: ${what}.`, {
    hint: '{"question":"…","lang":"en","document":"manual.pdf","page":2,"quote":["torque","Nm"]}',
  });
