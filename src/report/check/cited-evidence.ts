import { opinionsAsFacts } from "../opinions.ts";
import { withoutQuotations } from "../quotations.ts";
import type { Check } from "./fault.ts";

/** An id inside a sentence: "as A7 shows". */
const MENTIONED = /(?<![\p{L}\p{N}_.-])[A-DFGHIK-ORSVW]\d{1,3}(?![\p{N}\p{Script=Latin}_]|[.-]\d)/gu;

export const evidenceFault: Check = ({ text, evidence }, context) => {
  if (evidence.length === 0) return { reason: "no_evidence", detail: "" };
  const known = new Set(context.evidence.map(({ id }) => id));
  const said = withoutQuotations(text).match(MENTIONED) ?? [];
  const isNamed = (id: string): boolean => context.names?.some((name) => name.includes(id)) ?? false;
  const unknown = [...evidence, ...said.filter((id) => !isNamed(id))].filter((id) => !known.has(id));
  return unknown.length === 0 ? undefined : { reason: "unknown_evidence", detail: unknown.join(", ") };
};

export const opinionFault: Check = (sentence, { evidence }) => {
  const opinions = opinionsAsFacts(sentence, evidence);
  return opinions.length === 0 ? undefined : { reason: "opinion_as_fact", detail: opinions.join(", ") };
};
