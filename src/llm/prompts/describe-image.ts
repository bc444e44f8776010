// Asks a model for its own opinion of a picture. It is told nothing that the other readers found.
import { z } from "zod";
import type { Bilingual, Language } from "../../domain/language.ts";
import type { Prompt } from "./prompt.ts";

const VERSION = "describe-image-1";
const MOST_ANSWER_TOKENS = 768;

const Opinion = z.object({ opinion: z.string().trim().min(1) });

export interface PictureToDescribe {
  readonly language: Language;
  /** What the picture shows; null where no product was named. */
  readonly product: Bilingual | null;
}

export const describeImagePrompt = ({
  language,
  product,
}: PictureToDescribe): Prompt<z.infer<typeof Opinion>> => ({
  version: VERSION,
  system: TASK[language],
  user: product === null ? UNNAMED[language] : `${NAMED[language]} ${product[language]}`,
  schema: z.toJSONSchema(Opinion),
  answer: Opinion,
  mostAnswerTokens: MOST_ANSWER_TOKENS,
});

const TASK: Readonly<Bilingual> = {
  en: `You look at one picture of a part from a production line and say what you see.
- In five short sentences at most: the part, anything on it that may be a defect and where, and how sure you are.
- When you see nothing unusual, say so. When the picture is too poor to tell, say that.
- No markdown, no lists, no quotation marks. Answer in JSON.`,
  ko: `당신은 생산 라인의 부품 사진 한 장을 보고 보이는 것을 말합니다.
- 짧은 문장 다섯 개 이내로, 부품이 무엇인지, 결함으로 보이는 것이 있는지와 그 위치, 얼마나 확신하는지 말합니다.
- 특이한 점이 없으면 없다고 말합니다. 사진이 나빠 알 수 없으면 그렇게 말합니다.
- 마크다운, 목록, 따옴표를 쓰지 않습니다. 한국어로 쓰고 JSON으로 답합니다.`,
};

const NAMED: Readonly<Bilingual> = { en: "The part:", ko: "부품:" };
const UNNAMED: Readonly<Bilingual> = {
  en: "What is it, and is it in order?",
  ko: "무엇이며, 이상이 없습니까?",
};
