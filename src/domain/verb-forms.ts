// The forms that a Korean verb takes in a text, spelled out by rule: 생기다 → 생기나요, 생깁니까, 생긴, 생겼는지.

/** How far behind the bare syllable the one with this final consonant stands in Unicode. */
const FINAL = { ㄴ: 4, ㄹ: 8, ㅂ: 17, ㅆ: 20 };
const SYLLABLES_FROM = 0xac00;
const FINALS = 28;

const ENDINGS = "(?:나요?|는가요?|는지요?|는데요?|는|지요?|죠|니|기|게|도록|고|며|네요)";
const LINKED_ENDINGS = "(?:면|려면|려고|니까)요?";
const PAST_ENDINGS = "(?:나요?|어요?|을까요?|습니(?:까|다)|는지|는데|다|던|을|으면)";

/** The source of a regular expression. The stem (생기) and the form before 요 (생겨). */
export const verbForms = (stem: string, connective: string): string => {
  const [link, n, l, b] = isOpen(stem)
    ? ["", ended(stem, "ㄴ"), ended(stem, "ㄹ"), ended(stem, "ㅂ")]
    : ["으", `${stem}은`, `${stem}을`, `${stem}습`];
  return `(?:${[
    `${stem}${ENDINGS}`,
    `${stem}${link}${LINKED_ENDINGS}`,
    `${n}(?:가요?|지|다|다면|데)?`,
    `${l}(?:까요?|지)?`,
    `${b}니(?:까|다)`,
    `${ended(connective, "ㅆ")}${PAST_ENDINGS}`,
    `${connective}(?:요|서|도|야(?:지|죠|만)?)?`,
  ].join("|")})`;
};

const isOpen = (stem: string): boolean => (stem.charCodeAt(stem.length - 1) - SYLLABLES_FROM) % FINALS === 0;

const ended = (word: string, final: keyof typeof FINAL): string =>
  word.slice(0, -1) + String.fromCharCode(word.charCodeAt(word.length - 1) + FINAL[final]);
