import type { Inspector } from "./contract.ts";
import type { Parts } from "./parts.ts";

export const feedbackOf = ({ store, tools }: Parts): Inspector["feedback"] => ({
  add: (input) => tools.recordFeedback(input),
  list: (inspection) => store.feedback.list(inspection),
});
