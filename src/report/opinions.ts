// A language model's opinion may stand in a report as what it is, and as nothing else: a sentence on an opinion
// says so, and stands on no other evidence, so that it cannot lend an opinion the weight of a measurement.
import type { Fact } from "../domain/follow-up.ts";
import type { Bilingual } from "../domain/language.ts";
import type { Sentence } from "../domain/report.ts";

export const OPINION_LABELS: Readonly<Bilingual> = { en: "model's opinion", ko: "모델의 의견" };

/** The ids of opinions that the sentence presents as a fact. */
export const opinionsAsFacts = ({ text, evidence: cited }: Sentence, evidence: readonly Fact[]): string[] => {
  const opinions = evidence.flatMap(({ id, kind }) => (kind === "opinion" && cited.includes(id) ? [id] : []));
  const plain = text.toLowerCase().replaceAll("’", "'");
  const isLabelled = Object.values(OPINION_LABELS).some((label) => plain.includes(label));
  return isLabelled && opinions.length === cited.length ? [] : opinions;
};
