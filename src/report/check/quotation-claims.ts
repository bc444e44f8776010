import { quotationsIn, standsOn } from "../quotations.ts";
import type { Check } from "./fault.ts";

/** Every quotation has the very words of a cited page, or of an action that was recorded. */
export const quotationFault: Check = ({ text, evidence }, context) => {
  const sources = context.evidence
    .filter(({ id }) => evidence.includes(id))
    .flatMap((entry) => {
      if (entry.kind === "manual") return context.pageText(entry.documentId, entry.page) ?? [];
      if (entry.kind === "feedback") return entry.action;
      if (entry.kind === "inspection") return entry.actions;
      return entry.kind === "history" ? entry.actions.map(({ action }) => action) : [];
    });
  const altered = quotationsIn(text).find(
    (quotation) => !sources.some((source) => standsOn(quotation, source)),
  );
  return altered === undefined ? undefined : { reason: "quotation_not_on_page", detail: altered };
};
