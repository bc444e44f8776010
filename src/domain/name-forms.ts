// How Korean speaks of a defect by a verb: a part with 오염 is 오염된 or 오염되어 있다, one with 긁힘 is 긁힌 or was
// 긁혔다. Searches and the check of reports alike take these for the name itself.
import { verbForms } from "./verb-forms.ts";

/** The verbs of these often end what is a name: 긁히다 → 긁힘, 들뜨다 → 들뜸. */
const CONNECTED: Readonly<Record<string, string>> = { ㅣ: "ㅕ", ㅡ: "ㅓ" };
const VOWELS = [..."ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"];
const SYLLABLES_FROM = 0xac00;
const FINALS = 28;
const FINAL_M = 16;

/** The source of a regular expression; none for a name that is neither a noun of two syllables nor of a verb. */
export const verbFormsOf = (name: string): string | undefined => {
  if (!/(?:^|\s)\p{Script=Hangul}{2,}$/u.test(name)) return undefined;
  const verbs = [
    verbForms(`${name}되`, `${name}돼`),
    verbForms(`${name}되`, `${name}되어`),
    verbForms(`${name}하`, `${name}해`),
    verbForms(`${name}하`, `${name}하여`),
    verbForms(`${name}시키`, `${name}시켜`),
    ...formsOfNominal(name),
  ];
  return `(?:${verbs.join("|")})`;
};

/** Of several names, the one of which the word is a form. */
export const nameOfVerb = (word: string, names: Iterable<string>): string | undefined =>
  [...names].find((name) => isVerbFormOf(word, name));

const known = new Map<string, RegExp | undefined>();

/** 오염된 of 오염, 긁혔습니다 of 긁힘. */
export const isVerbFormOf = (word: string, name: string): boolean => {
  if (!known.has(name)) {
    const forms = verbFormsOf(name);
    known.set(name, forms === undefined ? undefined : new RegExp(`^${forms}$`, "u"));
  }
  return known.get(name)?.test(word) ?? false;
};

const formsOfNominal = (name: string): readonly string[] => {
  const last = name.charCodeAt(name.length - 1) - SYLLABLES_FROM;
  const connected = CONNECTED[VOWELS[Math.floor(last / FINALS) % VOWELS.length] ?? ""];
  if (last % FINALS !== FINAL_M || connected === undefined) return [];
  const before = name.slice(0, -1);
  const withVowel = (vowel: string): string => {
    const onset = Math.floor(last / FINALS / VOWELS.length);
    return `${before}${String.fromCharCode(SYLLABLES_FROM + (onset * VOWELS.length + VOWELS.indexOf(vowel)) * FINALS)}`;
  };
  const stem = `${before}${String.fromCharCode(SYLLABLES_FROM + last - FINAL_M)}`;
  return [verbForms(stem, withVowel(connected))];
};
