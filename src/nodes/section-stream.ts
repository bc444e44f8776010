// Sections of a report that a language model is still writing, told one by one as they become whole. What is told has
// passed the same check as the report.
import { type Report, SECTIONS, type Section, type Sentence } from "../domain/report.ts";
import { closedMembers } from "../llm/closed-members.ts";
import type { WrittenSections } from "../llm/prompts/write-report.ts";

export interface SectionStream {
  /** Takes the answer so far. */
  readonly see: (text: string) => void;
  /** The sections that came whole, unchecked, and nothing in the others. */
  readonly whole: () => { readonly sections: Report["sections"]; readonly missing: readonly Section[] };
}

export const createSectionStream = (
  parse: (section: unknown) => Sentence[] | undefined,
  tell: (section: Section, sentences: readonly Sentence[]) => void,
): SectionStream => {
  const found: Partial<WrittenSections> = {};
  return {
    see: (text) => {
      const members = closedMembers(text);
      for (const section of SECTIONS) {
        if (found[section] !== undefined || members[section] === undefined) continue;
        const sentences = parse(members[section]);
        if (sentences === undefined) continue;
        found[section] = sentences;
        tell(section, sentences);
      }
    },
    whole: () => {
      const { status = [], causes = [], actions = [], prevention = [] } = found;
      return {
        sections: { status, causes, actions, prevention },
        missing: SECTIONS.filter((section) => found[section] === undefined),
      };
    },
  };
};
