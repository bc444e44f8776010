// Reads a question without a language model: from the concepts and things that it names to what it asks for. Each
// sentence of a question is read by itself.
import type { Language } from "../domain/language.ts";
import type { Asked, Clue } from "./clue.ts";
import { matchConcepts } from "./match-concepts.ts";
import { namedThings } from "./named-things.ts";
import type { Intent, Reading } from "./reading.ts";
import { RULES } from "./question-rules.ts";
import { namesOf } from "./type-names.ts";

export const readQuestion = (asked: Asked): Reading => {
  const text = asked.question.normalize("NFKC").replaceAll("’", "'");
  const sentences = text.split(/(?<=[?!;\n])|(?<=\.)(?=\s|$)/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const intents: Intent[] = [];
  for (const sentence of sentences) {
    const intent = intentOf(sentence, { ...asked, last: intents.at(-1) ?? asked.last });
    if (intent.kind === "unknown" || intent.kind === "greeting") continue;
    if (!intents.some((known) => JSON.stringify(known) === JSON.stringify(intent))) intents.push(intent);
  }
  const [whole] = intents.length > 0 ? intents : [intentOf(text, asked)];
  return {
    language: languageOf(text, asked.usual),
    intents: intents.length > 0 ? intents.slice(0, 3) : whole ? [whole] : [],
  };
};

const languageOf = (text: string, usual: Language): Language => {
  if (/\p{Script=Hangul}/u.test(text)) return "ko";
  return /[a-z]{2}/iu.test(text) ? "en" : usual;
};

const intentOf = (text: string, asked: Asked): Intent => {
  const names = [...asked.types.flatMap(namesOf), ...asked.metadata];
  const { concepts, foreign } = matchConcepts(text.toLowerCase(), names);
  const clue: Clue = {
    ...namedThings(text, asked.types),
    has: (...wanted) => wanted.some((concept) => concepts.has(concept)),
    all: (...wanted) => wanted.every((concept) => concepts.has(concept)),
    foreign,
    text,
    asked,
  };
  for (const rule of RULES) {
    const intent = rule(clue);
    if (intent) return intent;
  }
  return { kind: "unknown" };
};
