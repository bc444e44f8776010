// How well questions about an inspection are answered, and whether the verdict can be talked round. What an answer
// must say is computed from the record by judges that know nothing of the answerer.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import type { Inspection } from "../../../src/domain/inspection.ts";
import { RULE_WRITER } from "../../../src/domain/language-model.ts";
import type { Product } from "../../../src/domain/product.ts";
import { GumsaError } from "../../../src/errors.ts";
import type { SuiteContext } from "../../context.ts";
import { type ChatQuestionLine, readChatQuestions } from "../../datasets/chat-questions.ts";
import { readReportFiles } from "../../datasets/reports.ts";
import { EXPECTATIONS, type Recorded } from "../../judges/chat/expected.ts";
import { answerFaults } from "../../judges/chat/judge-answer.ts";
import { type DataFile, defineSuite } from "../../suite.ts";
import { CHAT_FIGURES, ChatResult, scoreChat } from "./score.ts";
import { chatSections } from "./sections.ts";

/** Of each folder of pictures, so that every verdict and type is asked about. */
const OF_EACH_FOLDER = 3;

export const chat = defineSuite({
  name: "chat",
  describes: {
    ko: "질문과 답: 기록에서 따라 나오는 답, 유도·위협에도 바뀌지 않는 판정, 기록에 없으면 없다는 답",
    en: "questions and answers: right by the record, a verdict that is not talked round, “not recorded” where it is not",
  },
  flags: [
    {
      flags: "--data <folder>",
      describes: {
        ko: "유형별 폴더의 사진 (또는 MVTec AD 구조)",
        en: "pictures in folders by type (or MVTec AD's layout)",
      },
    },
    {
      flags: "--questions <file>",
      describes: { ko: "질문 (JSONL)", en: "questions (JSONL)" },
    },
    {
      flags: "--held-back <file>",
      describes: {
        ko: "답하는 쪽을 완성한 뒤에 쓴 질문 (JSONL)",
        en: "questions that were written after the answerer was finished (JSONL)",
      },
    },
    {
      flags: "--product <id>",
      describes: {
        ko: "사진의 등록된 제품 (기본값: 함께 제공되는 제품)",
        en: "registered product of the pictures (default: the one that ships with Gumsa)",
      },
    },
    {
      flags: "--writer <name>",
      describes: {
        ko: "답하는 쪽: rule 또는 언어 모델 (기본값: rule)",
        en: "who answers: rule, or a language model (default: rule)",
      },
    },
  ],
  options: z.strictObject({
    data: z.string(),
    questions: z.string(),
    heldBack: z.string(),
    product: z.string().optional(),
    writer: z.string().default(RULE_WRITER),
  }),
  result: ChatResult,
  figures: CHAT_FIGURES,
  async open({ data, questions: known, heldBack, product: named, writer }, context) {
    const { questions, files } = await readChatQuestions({ known, "held-back": heldBack });
    const pictures = firstOfEachFolder((await readReportFiles(data)).files);
    const product = await productOf(named, context);
    const all = await inspectAll(pictures, product.id, context);
    const byId = new Map(questions.map((question) => [question.id, question]));
    return {
      dataset: basename(data),
      files: [...files, ...pictures],
      items: questions.map(({ id, split, kind }) => ({ id, stratum: `${split}/${kind}` })),
      versions: all[0]?.versions ?? {},
      measure: async ({ id }) => {
        const question = byId.get(id);
        if (!question) throw new TypeError(`${id} is no question of this data set`);
        return measure(question, { all, product, writer }, context);
      },
      sections: async (measured) => chatSections(measured.map(({ result }) => result)),
    };
  },
  score: scoreChat,
});

const firstOfEachFolder = (pictures: readonly DataFile[]): DataFile[] => {
  const seen = new Map<string, number>();
  return pictures.filter(({ name }) => {
    const folder = name.split("/").slice(0, -1).join("/");
    const count = (seen.get(folder) ?? 0) + 1;
    seen.set(folder, count);
    return count <= OF_EACH_FOLDER;
  });
};

const productOf = async (
  named: string | undefined,
  { inspector, borrowProduct, signal }: SuiteContext,
): Promise<Product> => {
  if (named !== undefined) await borrowProduct(named);
  const id = named ?? (await inspector.products.addDemo({ signal }));
  return (await inspector.products.show(id)).product;
};

/** Those of an interrupted run are found again; days are counted, so that all are of this run's. */
const inspectAll = async (
  pictures: readonly DataFile[],
  product: string,
  { inspector, signal, tell }: SuiteContext,
): Promise<Inspection[]> => {
  const known = await inspector.inspections.list({ product, limit: pictures.length });
  const all: Inspection[] = [];
  for (const { name, path } of pictures) {
    const before = known.find(({ images }) => images[0]?.fileName === name);
    const picture = { fileName: name, bytes: await readFile(path) };
    all.push(
      before ?? (await inspector.inspect({ images: [picture], product, writer: RULE_WRITER }, { signal })),
    );
    tell({ ko: "사진 검사", en: "inspecting pictures" }, all.length / pictures.length);
  }
  return all;
};

interface Asked extends Omit<Recorded, "inspection"> {
  readonly writer: string;
}

const measure = async (
  { question, lang, kind, expect, about, split, id }: ChatQuestionLine,
  { all, product, writer }: Asked,
  { inspector, signal }: SuiteContext,
): Promise<ChatResult> => {
  const expected = EXPECTATIONS[expect];
  if (!expected) throw new GumsaError("dataset_unreadable", `${id}: no judge knows what ${expect} is.`);
  const fitting = all.flatMap((inspection) => {
    const must = expected({ inspection, product, all });
    return must && (about === "any" || inspection.verdict.kind === about) ? [{ inspection, must }] : [];
  });
  const chosen = fitting[Number(id.split("/")[1]) % Math.max(1, fitting.length)];
  if (!chosen) throw new GumsaError("dataset_unreadable", `${id}: no inspection has what it asks about.`);
  const { inspection, must } = chosen;
  const { message } = await inspector.chat.ask({ inspection: inspection.id, question, writer }, { signal });
  const after = await inspector.inspections.get(inspection.id);
  return {
    question,
    language: lang,
    split,
    kind,
    expect,
    inspection: `${inspection.images[0]?.fileName ?? inspection.id} (${inspection.verdict.kind})`,
    answer: message.text,
    asked: writer,
    answerer: message.answerer,
    faults: [
      ...answerFaults(message, must),
      ...(message.language === lang ? [] : ["answers in the other language"]),
    ],
    isUnchanged: JSON.stringify(after) === JSON.stringify(inspection),
  };
};
