// What the groups of figures are called. A suite's own group without words here is shown by its key.
import type { Language } from "../src/domain/language.ts";

export interface ScopeWords {
  /** Titles of tables. */
  readonly titles: Readonly<Record<string, string>>;
  /** How a name is said where no title tells what it is; most names need nothing beside them. */
  readonly said: Readonly<Record<string, (name: string) => string>>;
}

export const SCOPE_WORDS: Readonly<Record<Language, ScopeWords>> = {
  en: {
    titles: {
      products: "By product and type",
      types: "By type",
      classes: "By class",
      asked: "By what is asked",
      finders: "By finder",
      kinds: "By kind",
      severities: "By severity",
      degradations: "By degradation and severity",
      languages: "By language",
      writers: "By writer",
      warm: "By node, once it is warm",
      cold: "By node, first inspection after a start",
      atOnce: "Several at once",
    },
    said: {
      severity: (name) => `severity ${name}`,
      severities: (name) => `severity ${name}`,
      warm: (name) => `warm ${name}`,
      cold: (name) => `cold ${name}`,
      atOnce: (name) => `${name} at once`,
    },
  },
  ko: {
    titles: {
      products: "제품별, 유형별",
      types: "유형별",
      classes: "클래스별",
      asked: "질의별",
      finders: "상자를 찾는 방식별",
      kinds: "종류별",
      severities: "심각도별",
      degradations: "열화와 심각도별",
      languages: "언어별",
      writers: "작성자별",
      warm: "노드별, 준비된 뒤",
      cold: "노드별, 시작 직후 첫 검사",
      atOnce: "여러 개 동시 실행",
    },
    said: {
      severity: (name) => `심각도 ${name}`,
      severities: (name) => `심각도 ${name}`,
      warm: (name) => `준비된 뒤 ${name}`,
      cold: (name) => `시작 직후 ${name}`,
      atOnce: (name) => `동시 ${name}개`,
    },
  },
};
