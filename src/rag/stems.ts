// Just enough of grammar to let a question meet a manual. A wrong stem does little harm: it is wrong on both
// sides alike, and Korean words are found by their syllables too.

/** Longest first. */
const KOREAN_ENDINGS = [
  ..."에서부터 으로부터 입니까 인가요 습니까 합니까 됩니까 합니다 됩니다 입니다 나타나 하나요 되나요 할까요".split(
    " ",
  ),
  ..."에서는 에서 에는 에도 에게 으로 까지 부터 이나 처럼 보다 마다 이며 이고 이다 한다 된다 하고 하며 하는 하면 해서 하여 되는 되면 되어 했다 됐다".split(
    " ",
  ),
];
const KOREAN_PARTICLES = "이가은는을를의에와과로도만".split("");
/** Too often the last syllable of a word of two: 온도, 효과, 날만. */
const UNSURE_AFTER_ONE_SYLLABLE = new Set(["도", "과", "만"]);

/** Without the particle or verbal ending: 기공이 → 기공, 버가 → 버. */
export const stemOfKorean = (word: string): string => {
  const ending = KOREAN_ENDINGS.find((candidate) => word.endsWith(candidate));
  if (ending !== undefined && word.length > ending.length) return word.slice(0, -ending.length);
  const particle = word.slice(-1);
  if (word.length < 2 || !KOREAN_PARTICLES.includes(particle)) return word;
  return word.length === 2 && UNSURE_AFTER_ONE_SYLLABLE.has(particle) ? word : word.slice(0, -1);
};

/** burrs → bur, noisy → nois, scratches → scratch, trimming → trim, caused → caus, prevention → prevent; words of three letters stay. */
export const stemOfEnglish = (word: string): string => {
  if (word.length < 4 || !/^[a-z]+$/u.test(word)) return word;
  return withoutSuffix(withoutPlural(word))
    .replace(/([b-df-hj-np-tv-z])\1$/u, "$1")
    .replace(/(?<=..)e$|(?<=...)y$/u, "");
};

const withoutPlural = (word: string): string => {
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|z|ss)es$/u.test(word)) return word.slice(0, -2);
  // Not gas, focus, analysis, gloss.
  return /[^aius]s$/u.test(word) ? word.slice(0, -1) : word;
};

const withoutSuffix = (word: string): string => {
  const bare = word.replace(/(?:ing|ed|(?<=[st])ion|ly)$/u, "");
  return bare.length >= 3 && /[aeiouy]/u.test(bare) ? bare : word;
};
