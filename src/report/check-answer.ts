// Takes out of an answer what its evidence does not carry, by the checks that reports pass. A conversation may speak
// of more than the inspected part: of what would be, and of other inspections. Such a sentence has to say so, and is
// then held to the verdict of what it speaks of, never lending it to the part.
import type { AnswerSentence, ChatMessage } from "../domain/chat.ts";
import type { Fact } from "../domain/follow-up.ts";
import type { VerdictKind } from "../domain/verdict.ts";
import type { Fault } from "./check/fault.ts";
import { certaintyFault } from "./check/certainty.ts";
import { groundedFault } from "./check/grounded.ts";
import { otherSubjectFault } from "./check/other-subject.ts";
import { verdictFault } from "./check/verdict-claims.ts";
import { type VerdictCounts, verdictCountFault, withoutVerdictCounts } from "./check/verdict-counts.ts";
import { type CheckContext, faultOf } from "./check-report.ts";

export interface CheckedAnswer {
  readonly kept: readonly AnswerSentence[];
  readonly removed: ChatMessage["removed"];
}

/** Notes state no fact; they come from a closed table and are let through. */
export const checkAnswer = (sentences: readonly AnswerSentence[], context: CheckContext): CheckedAnswer => {
  const kept: AnswerSentence[] = [];
  const removed: ChatMessage["removed"] = [];
  for (const sentence of sentences) {
    const fault = sentence.isNote ? undefined : answerFault(sentence, context);
    if (fault) removed.push({ text: sentence.text, ...fault });
    else kept.push(sentence);
  }
  return { kept, removed };
};

const answerFault = (sentence: AnswerSentence, context: CheckContext): Fault | undefined => {
  const cited = context.evidence.filter(({ id }) => sentence.evidence.includes(id));
  const subjects = cited.flatMap((item) => subjectOf(item) ?? []);
  const [subject] = subjects;
  if (!subject || subjects.length < cited.length) return faultOf(sentence, context, "status", OF_REPORTS);
  if (!subjects.some(({ label }) => label.test(sentence.text)))
    return { reason: "other_subject", detail: sentence.evidence.join(", ") };
  const verdict = subject.verdict
    ? { kind: subject.verdict, reasons: context.verdict.reasons }
    : context.verdict;
  const asked = { ...context, verdict };
  if (!subject.counts) return faultOf(sentence, asked, "status", [...OF_REPORTS, ...OF_THE_PART]);
  return (
    verdictCountFault(sentence.text, subject.counts) ??
    faultOf(sentence, asked, "status", [...OF_REPORTS, ...OF_THE_PART, verdictFault]) ??
    verdictFault({ ...sentence, text: withoutVerdictCounts(sentence.text) }, asked, "status")
  );
};

/** An answer takes up the words of its question, whatever they are. */
const OF_REPORTS = [groundedFault];
/** What was found on another part is told as its record has it. */
const OF_THE_PART = [otherSubjectFault, certaintyFault];

interface Subject {
  /** By which the sentence tells what it speaks of. */
  readonly label: RegExp;
  readonly verdict?: VerdictKind;
  /** Of many inspections: how many had which verdict. */
  readonly counts?: VerdictCounts;
}

const HYPOTHETICAL = /hypothetical|가정/iu;
/** What a person did or confirmed afterwards, which may be otherwise than the verdict. */
const OF_A_PERSON = /\b(?:person|people|worker)\b|recorded the action|사람|작업자/iu;

/** Undefined for what the part itself shows. */
const subjectOf = (item: Fact): Subject | undefined => {
  if (item.kind === "hypothesis") return { label: HYPOTHETICAL, verdict: item.verdict };
  if (item.kind === "inspection") return { label: new RegExp(item.inspection, "u"), verdict: item.verdict };
  if (item.kind === "feedback") return { label: OF_A_PERSON, ...(item.verdict && { verdict: item.verdict }) };
  return item.kind === "statistics" ? { label: /inspection|검사/iu, counts: item.verdicts } : undefined;
};
