// How people ask, apart from what they ask about: "기공이 왜 생기나요?" is a question for the causes of 기공, and "how do
// I get rid of burrs" one for the actions on burrs. What only asks becomes the section that it asks for or nothing at
// all, so that no manual has to hold the words of a question.
import { MANUAL_SECTIONS } from "../domain/evidence.ts";
import { type ManualSection, sectionsNamedIn } from "./section-of.ts";
import { EMPTY, MEANING, PHRASES, SECTION_ASKED } from "./ways-to-ask.ts";

export interface AskedFor {
  /** The question without the phrases that only ask. */
  readonly subject: string;
  /** By phrases and by words that stay in the subject. */
  readonly sections: readonly ManualSection[];
  /** "What is", 뜻: what it is and what it looks like. */
  readonly isMeaning: boolean;
}

export const askedForIn = (question: string): AskedFor => {
  let subject = question.normalize("NFKC");
  const take = (patterns: readonly RegExp[]): boolean => {
    const before = subject;
    for (const pattern of patterns) subject = subject.replace(pattern, " ");
    return subject !== before;
  };
  const taken = {
    prevention: take(PHRASES.prevention),
    causes: take(PHRASES.causes),
    actions: take(PHRASES.actions),
  };
  const isMeaning = take(MEANING);
  take(EMPTY);
  const named = sectionsAskedBy(subject);
  const isAsked = (section: ManualSection): boolean => taken[section] || named.includes(section);
  // 안 생기게 하려면 어떻게 해야: the way that is asked for is the prevention.
  const isOnlyTheWay = isAsked("prevention") && !named.includes("actions");
  const sections = MANUAL_SECTIONS.filter(
    (section) => isAsked(section) && !(section === "actions" && isOnlyTheWay),
  );
  return { subject, sections, isMeaning: isMeaning && sections.length === 0 };
};

/** Of a text without phrases. The words of headings go first. */
export const sectionsAskedBy = (text: string): readonly ManualSection[] => {
  const named = sectionsNamedIn(text);
  return named.length > 0 ? named : MANUAL_SECTIONS.filter((section) => SECTION_ASKED[section].test(text));
};
