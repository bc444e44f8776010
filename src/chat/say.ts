import type { AnswerSentence } from "../domain/chat.ts";
import type { Language } from "../domain/language.ts";
import type { Point } from "../report/points.ts";
import { writePoint } from "../report/rule-writer.ts";
import type { Said } from "./answer.ts";
import { EN_CHAT } from "./phrases-en.ts";
import { KO_CHAT } from "./phrases-ko.ts";
import type { ChatPhrases, ChatPoint, FactKind, Note, NoteKind } from "./points.ts";

const PHRASES: Readonly<Record<Language, ChatPhrases>> = { ko: KO_CHAT, en: EN_CHAT };

/** One sentence for each point, none of them twice. */
export const say = (points: readonly Said[], language: Language): readonly AnswerSentence[] => {
  const sentences = points.map((point) => sentenceOf(point, language));
  return sentences.filter(({ text }, index) => sentences.findIndex((other) => other.text === text) === index);
};

const sentenceOf = (point: Said, language: Language): AnswerSentence => {
  if ("note" in point) return { text: noteText(point, language), evidence: [], isNote: true };
  if ("say" in point)
    return { text: pointIn(PHRASES[language].points, point), evidence: [...point.evidence] };
  return writePoint(point satisfies Point, language);
};

export const noteText = <Kind extends NoteKind>(note: Note<Kind>, language: Language): string =>
  noteIn(PHRASES[language].notes, note);

const noteIn = <Kind extends NoteKind>(notes: ChatPhrases["notes"], note: Note<Kind>): string =>
  notes[note.note](note);

const pointIn = <Kind extends FactKind>(points: ChatPhrases["points"], point: ChatPoint<Kind>): string =>
  points[point.say](point);
