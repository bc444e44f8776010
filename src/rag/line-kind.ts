// What a line of a manual is, told without its font: headings by numbering, by a colon at the end, or by being
// short, complete and followed by what it could head. In doubt a line is text: a heading taken for text costs a
// passage some context, while text taken for a heading is lost from every quotation.
import { sectionOf } from "./section-of.ts";

export type LineKind =
  | { readonly kind: "heading"; readonly rank: number }
  | { readonly kind: "bullet" | "row" | "text" | "rule" };

export interface LineInContext {
  readonly text: string;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  /** The width of the document's widest line, in half-width characters. */
  readonly fullWidth: number;
}

/**
 * Which heading stands below which; 1 to 4 is the depth of a number. "Causes" and its kind come below the
 * heading that they belong to, and in the manner of writing of each other.
 */
const RANK = { plain: 5, plainSection: 6, colon: 7, colonSection: 8 };
const MAX_HEADING_WIDTH = 72;
const MAX_PLAIN_HEADING_WIDTH = 44;
const CONTENTS_ENTRY = /(?:[.·…]\s?){4,}\d+$/u;
const BULLET =
  /^(?:[•·▪■□◦○●◆◇▶►✓✔※‣⁃ㆍ①-⑳]\s*|(?:[–—*-]|\(?(?:\d{1,2}|[a-z가나다라마바사아자차카타파하])\)|[가나다라마바사아자차카타파하]\.)\s+)\S/u;
const NUMBERED = /^([1-9]\d?(?:\.[1-9]\d?){0,3})(\.?)\s+([\p{Lu}\p{Script=Hangul}].*)$/u;
const CHAPTER =
  /^(?:(?:section|chapter|part|appendix|annex)(?:\s+(?:\d{1,2}|[a-z])\b|\s*[:–-])|제\s*\d+\s*[장편]|부록)/iu;

export const kindOfLine = (line: LineInContext): LineKind => {
  const { text } = line;
  if (!/[\p{L}\p{N}]/u.test(text) || CONTENTS_ENTRY.test(text)) return { kind: "rule" };
  const depth = numberingDepth(line);
  if (depth !== undefined) return { kind: "heading", rank: depth };
  if (isListItem(text)) return { kind: "bullet" };
  const rank = rankWithoutNumber(line);
  return rank === undefined ? { kind: "text" } : { kind: "heading", rank };
};

/** Korean syllables and other wide letters count double. */
export const widthOf = (text: string): number => text.length + (text.match(/[\u1100-\ud7af]/gu)?.length ?? 0);

const numberingDepth = (line: LineInContext): number | undefined => {
  const { text } = line;
  if (!looksLikeTitle(text)) return undefined;
  if (/^제\s*\d+\s*절/u.test(text)) return 2;
  if (CHAPTER.test(text)) return 1;
  const [, number, dot] = NUMBERED.exec(text) ?? [];
  if (number === undefined || isStepOfList(line)) return undefined;
  const isBare = dot === "" && !number.includes(".");
  return isBare && continuesPrevious(line) ? undefined : number.split(".").length;
};

const rankWithoutNumber = (line: LineInContext): number | undefined => {
  const { text } = line;
  if (!looksLikeTitle(text)) return undefined;
  const isSection = sectionOf([text]) !== undefined;
  if (/[:：]$/u.test(text)) {
    // A line that begins in the middle of a sentence has no capital; Korean has none to tell by.
    if (continuesPrevious(line) && !/^\p{Lu}/u.test(text)) return undefined;
    return isSection ? RANK.colonSection : RANK.colon;
  }
  if (continuesPrevious(line) || !headsWhatFollows(line)) return undefined;
  return isSection ? RANK.plainSection : RANK.plain;
};

/** "1. Install" right beside "2. Check" is a step; a chapter's heading has something between it and the next. */
const isStepOfList = ({ text, previous, next }: LineInContext): boolean => {
  const number = stepNumber(text);
  if (number === undefined) return false;
  return stepNumber(next ?? "") === number + 1 || stepNumber(previous ?? "") === number - 1;
};

const stepNumber = (text: string): number | undefined => {
  const [, digits] = /^(\d{1,2})\.\s/u.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits);
};

const isListItem = (text: string): boolean => BULLET.test(text) || stepNumber(text) !== undefined;

const isComplete = (text: string): boolean => /[.!?。:：;]["'”’)\]]*$/u.test(text);

const looksLikeTitle = (text: string): boolean =>
  widthOf(text) <= MAX_HEADING_WIDTH &&
  !/[.!?。,;]["'”’)\]]*$|(?:니다|한다|된다|있다|없다|이다|하세요|시오)$/u.test(text);

/** The line before is unfinished and had no room for this line's first word. */
const continuesPrevious = ({ text, previous, fullWidth }: LineInContext): boolean => {
  if (previous === undefined || isComplete(previous) || !/[\p{L}\p{N}]/u.test(previous)) return false;
  const [firstWord = ""] = text.split(" ");
  return widthOf(previous) + 1 + widthOf(firstWord) > 0.8 * fullWidth;
};

const headsWhatFollows = ({ text, next }: LineInContext): boolean => {
  if (next === undefined || !mayHead(text)) return false;
  if (isCapitals(text) || isSectionWord(text)) return true;
  return isListItem(next) || /[:：]$/u.test(next) || isSectionWord(next) || isSentence(next);
};

const mayHead = (text: string): boolean =>
  widthOf(text) <= MAX_PLAIN_HEADING_WIDTH &&
  /^[\p{Lu}\p{Script=Hangul}[<【]/u.test(text) &&
  !/[,:：]/u.test(text);

const isCapitals = (text: string): boolean =>
  /\p{Lu}{3}/u.test(text) && !/\p{Ll}|\p{Script=Hangul}/u.test(text);

const isSectionWord = (text: string): boolean =>
  mayHead(text) && text.split(" ").length <= 3 && sectionOf([text]) !== undefined;

const isSentence = (text: string): boolean =>
  text.includes(" ") && (isComplete(text) || widthOf(text) > MAX_PLAIN_HEADING_WIDTH);
