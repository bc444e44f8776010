// The next turn of a conversation that its client keeps: a picture is inspected, anything else is asked of the record.
import type { Inspection } from "../../domain/inspection.ts";
import type { Language } from "../../domain/language.ts";
import { GumsaError } from "../../errors.ts";
import type { Inspector } from "../contract.ts";
import { briefTitle } from "../../report/markdown.ts";
import { languageOf } from "./language-of.ts";
import { subjectOf, threadOf } from "./subject.ts";
import type { Converse, ConverseOptions, Reply, Turn } from "./turn.ts";

type Able = Pick<Inspector, "inspect" | "inspections" | "chat">;

const NO_TOKENS = { prompt: 0, answer: 0 };
const SEPARATOR = "\n---\n\n";
/** In one turn; each is a part of its own. */
const MOST_PICTURES = 8;

const GUIDANCE: Readonly<Record<Language, string>> = {
  ko: "사진을 올리면 검사하고 보고서를 드립니다. 이미 검사한 사진이라면 검사 번호(insp_…)를 적어 물어보십시오.",
  en: "Send a picture and get its inspection report. Of an inspection that is there already, name the id (insp_…) and ask.",
};

/** Throws `usage_invalid` where nobody asks, and what an inspection or a question throws. */
export const converseOf =
  (able: Able, usual: Language): Converse =>
  async (turns, options = {}) => {
    const last = turns.at(-1);
    if (last?.role !== "user") throw new GumsaError("usage_invalid", "The last turn is not a person's.");
    if (last.pictures.length > MOST_PICTURES) {
      throw new GumsaError("usage_invalid", `A turn takes ${MOST_PICTURES} pictures at the most.`);
    }
    const language = options.language ?? languageOf(last.text) ?? earlierLanguage(turns) ?? usual;
    if (last.pictures.length > 0) return inspectAll(last, { able, language, options });
    const inspection = await subjectOf(turns, able);
    if (inspection === undefined) return told({ text: GUIDANCE[language], inspection: null }, options);
    if (last.text.trim() === "") throw new GumsaError("usage_invalid", "The last turn says nothing.");
    const thread = await threadOf(inspection, turns, able);
    const { message } = await able.chat.ask(
      { inspection, question: last.text.trim(), language, ...(thread !== undefined && { thread }) },
      { signal: options.signal },
    );
    return told({ text: message.text, inspection }, options);
  };

const earlierLanguage = (turns: readonly Turn[]): Language | undefined =>
  turns
    .filter(({ role }) => role === "user")
    .map(({ text }) => languageOf(text))
    .findLast((language) => language !== undefined);

const told = (reply: Omit<Reply, "tokens">, { onText }: ConverseOptions): Reply => {
  onText?.(reply.text);
  return { ...reply, tokens: NO_TOKENS };
};

interface Inspecting {
  readonly able: Able;
  readonly language: Language;
  readonly options: ConverseOptions;
}

const inspectAll = async ({ pictures }: Turn, { options, ...inspecting }: Inspecting): Promise<Reply> => {
  const said: string[] = [];
  const tokens = { ...NO_TOKENS };
  const say = (text: string): void => {
    said.push(text);
    options.onText?.(text);
  };
  let inspection: string | null = null;
  for (const picture of pictures) {
    if (inspection !== null) say(SEPARATOR);
    const made = await inspectOne(picture, say, { ...inspecting, options });
    inspection = made.id;
    tokens.prompt += made.report.modelUse?.promptTokens ?? 0;
    tokens.answer += made.report.modelUse?.answerTokens ?? 0;
  }
  return { text: said.join(""), inspection, tokens };
};

/** The title comes as soon as the verdict is known; the rest follows it. */
const inspectOne = async (
  picture: Turn["pictures"][number],
  say: (text: string) => void,
  { able, language, options }: Inspecting,
): Promise<Inspection> => {
  const { inspect = able.inspect, product, signal } = options;
  const input = { images: [picture], language, ...(product !== undefined && { product }) };
  let title = "";
  const inspection = await inspect(input, {
    signal,
    onEvent: (event) => {
      if (event.kind !== "verdict" || title !== "") return;
      title = briefTitle(event.verdict.kind, language);
      say(title);
    },
  });
  const brief = await able.inspections.brief(inspection);
  say(brief.startsWith(title) ? brief.slice(title.length) : `\n\n${brief}`);
  return inspection;
};
