import { opinionsAsFacts } from "../opinions.ts";
import type { Check } from "./fault.ts";

export const evidenceFault: Check = ({ evidence }, context) => {
  if (evidence.length === 0) return { reason: "no_evidence", detail: "The sentence cites no evidence." };
  const known = new Set(context.evidence.map(({ id }) => id));
  const unknown = evidence.filter((id) => !known.has(id));
  return unknown.length === 0 ? undefined : { reason: "unknown_evidence", detail: unknown.join(", ") };
};

export const opinionFault: Check = (sentence, { evidence }) => {
  const opinions = opinionsAsFacts(sentence, evidence);
  return opinions.length === 0 ? undefined : { reason: "opinion_as_fact", detail: opinions.join(", ") };
};
