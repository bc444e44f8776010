// Korean particles depend on how the word before them ends when it is read aloud: 기공이, 날개 버가, 12.3으로, 8.21보다.
// Digits and Latin letters are read by their Korean names; short rules cover English words in lower case.

export type ParticlePair = "은/는" | "이/가" | "을/를" | "과/와" | "으로/로" | "이라/라";
type Ending = "vowel" | "rieul" | "consonant";

export const withParticle = (word: string, pair: ParticlePair): string => `${word}${particle(word, pair)}`;

export const particle = (word: string, pair: ParticlePair): string => {
  const [afterConsonant = "", afterVowel = ""] = pair.split("/");
  const ending = endingOf(word);
  // 으로 is the one particle that treats a final ㄹ like a vowel: 칠로, 픽셀로.
  const isOpen = ending === "vowel" || (ending === "rieul" && pair === "으로/로");
  return isOpen ? afterVowel : afterConsonant;
};

const endingOf = (word: string): Ending => {
  // A bracket at the end is not read: 기공(hole)이.
  const spoken = word.replace(/(?<=\S)\s*[([][^()[\]]*[)\]]\s*$/u, "").replace(/[^\p{L}\p{N}%]+$/u, "");
  const unit = /\d\s*(px|mm|cm|m|%)$/u.exec(spoken)?.[1];
  if (unit !== undefined) return unit === "px" ? "rieul" : "vowel";
  const last = spoken.at(-1) ?? "";
  if (last >= "가" && last <= "힣") return hangulEnding(last);
  if (/\d/u.test(last)) return DIGIT_ENDINGS[Number(last)] ?? "vowel";
  return latinEnding(spoken);
};

const hangulEnding = (syllable: string): Ending => {
  const final = ((syllable.codePointAt(0) ?? 0) - 0xac00) % 28;
  if (final === 0) return "vowel";
  return final === 8 ? "rieul" : "consonant";
};

// 영 일 이 삼 사 오 육 칠 팔 구; a number in tens, hundreds, … ends like 영: 십, 백, 천, 만.
const DIGIT_ENDINGS: readonly Ending[] = [
  "consonant",
  "rieul",
  "vowel",
  "consonant",
  "vowel",
  "vowel",
  "consonant",
  "rieul",
  "rieul",
  "vowel",
];

const latinEnding = (word: string): Ending => {
  const isEnglishWord = /[a-z]{2}$/u.test(word);
  if (isEnglishWord && /r$/u.test(word)) return "vowel"; // burr 버, but R 알
  if (/(?:l|le|R)$/iu.test(word) && !/re$/iu.test(word)) return "rieul";
  if (/[mn]$/iu.test(word)) return "consonant";
  return isEnglishWord && /(?:[mn]e|ng)$/u.test(word) ? "consonant" : "vowel";
};
