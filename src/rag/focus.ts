// What a question wants to be told: the price in "what is the price of the tool", 상표 in "세제의 상표는 무엇입니까".
// A passage that speaks of the tool or the detergent, and of neither price nor brand, answers nothing.
import { stemsOf } from "./terms.ts";

const HANGUL = "\\p{Script=Hangul}";
// What ends the name of the thing that is asked for.
const AUXILIARY =
  "(?:is|are|was|were|does|do|did|can|could|may|might|must|should|shall|will|would|has|have|had|am|'s|’s)";
const PREPOSITION =
  "(?:of|for|in|on|at|to|from|between|by|with|within|after|before|under|during|when|while|if|that|per|and|or)";
const PARTICIPLE =
  "(?:made|used|needed|required|allowed|permitted|called|applied|accepted|recommended|said|meant|to|it|this|that|there|causing|caused)";
const NAMING = `(?!(?:${AUXILIARY}|${PREPOSITION}|${PARTICIPLE}|the|an?)\\b)[\\p{L}\\d-]+`;
const NAME = `((?:${NAMING}\\s+){0,3}${NAMING})`;

/** Words before the last one belong to the name while they carry no particle: 도면 번호. */
const KOREAN_NAME = `((?:(?<!${HANGUL})${HANGUL}+(?<![은는이가을를의에로])\\s+){0,2}${HANGUL}+)`;

const PATTERNS: readonly RegExp[] = [
  // Which paint is …, how many megapixels does …, what tensile strength must …
  new RegExp(`\\b(?:what|which|how many|how much)\\s+${NAME}\\s+${AUXILIARY}\\b`, "giu"),
  // What is the price of …, who is the supplier?
  new RegExp(
    `\\b(?:what|who|which)(?:\\s*['’]s|\\s+(?:is|are|was|were))\\s+(?:the|an?)\\s+${NAME}(?=\\s+${PREPOSITION}\\b|\\s*[?.]?\\s*$)`,
    "giu",
  ),
  // How wide is …, how noisy may …
  new RegExp(`\\bhow\\s+(?!many\\b|much\\b|come\\b|to\\b|about\\b|${AUXILIARY}\\b)(\\p{L}+)`, "giu"),
  // Who invented …
  /\bwho\s+(\p{L}+ed)\b/giu,
  // Where can I buy …
  /\bwhere\s+(?:can|could|do|should)\s+(?:i|we|you|one)\s+(\p{L}+)/giu,
  // What does it cost?
  /\b(?:what|how much)\b.{0,200}?\b(costs?)\b/giu,
  // 어느 업체에서, 몇 화소
  new RegExp(`(?<!${HANGUL})(?:어느|어떤|무슨|몇)\\s*(${HANGUL}+|[a-zµμ°℃/²³%]+)`, "gu"),
  // 상표는 무엇입니까, 최대 회전수는 얼마인가요, 카메라의 해상도는 몇 화소
  new RegExp(
    `${KOREAN_NAME}(?:은|는|이|가)\\s+(?:무엇|뭐|뭔|뭘|얼마|어디|누구|언제|몇|어느|어떤|무슨)`,
    "gu",
  ),
  // T6 조건을 알려 주세요
  new RegExp(`${KOREAN_NAME}(?:을|를)\\s*(?:좀\\s*)?(?:알려|말해|가르쳐|알고)`, "gu"),
  // 판매 가격은?
  new RegExp(`${KOREAN_NAME}(?:은|는)\\s*[?？]?\\s*$`, "gu"),
];

/** A first word alone, where no auxiliary follows: "Which company makes the cores?" */
const FIRST_WORD = new RegExp(`\\b(?:what|which)\\s+(?!${AUXILIARY}\\b|${PARTICIPLE}\\b)([\\p{L}-]+)`, "giu");

/** The words asked for, as they stand in the question; none where the question does not say. */
export const focusOf = (question: string): ReadonlySet<string> => {
  const text = question.normalize("NFKC").toLowerCase();
  const found = foundIn(text, PATTERNS);
  return new Set(found.length > 0 ? found : foundIn(text, [FIRST_WORD]));
};

const foundIn = (text: string, patterns: readonly RegExp[]): readonly string[] =>
  patterns.flatMap((pattern) => [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []));

/** Asked for in so many words, but told by whatever is said: "what kind of", 어떤 경우. */
export const isGeneral = (stem: string): boolean => GENERAL.has(stem);

const GENERAL: ReadonlySet<string> = new Set(
  stemsOf(
    [
      "kind type sort thing way reason cause difference problem step condition number amount value level limit case",
      "requirement purpose effect rule one consequence sign defect criterion procedure stage point place position",
      "instrument device equipment material item maximum minimum high low large big small close far long heavy size",
      "right correct best proper exact usual normal find get see soon",
      "결함 불량 기준 조건 경우 문제 이유 원인 방법 종류 유형 일 점 절차 차이 역할 현상 영향 목적 한도 제한 요건 증상 조치 대책 예방 재질 번호 수 장비 도구 크기 기준값 한계값 설정값",
    ].join(" "),
  ),
);
