import type { Fact } from "../domain/follow-up.ts";
import type { Language } from "../domain/language.ts";
import { type EvidenceFact, factsOf } from "../report/evidence-facts.ts";

/** What an item of evidence says, without hashes, which say nothing to a reader. */
export const statedFacts = (item: Fact, language: Language): readonly EvidenceFact[] =>
  factsOf(item, language).filter(({ value }) => !value.startsWith("sha256:"));
