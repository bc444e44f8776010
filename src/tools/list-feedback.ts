import { z } from "zod";
import { FeedbackEvidence } from "../domain/follow-up.ts";
import { InspectionId } from "../domain/inspection.ts";
import { defineTool } from "./define-tool.ts";
import { minuteOf } from "./list-earlier.ts";

export const listFeedback = defineTool({
  name: "list_feedback",
  description: "What people said and did after an inspection: action, rating, confirmed verdict and type.",
  input: z.object({ inspection: InspectionId }),
  output: z.array(FeedbackEvidence.omit({ id: true, kind: true })),
  async run({ inspection }, { store }) {
    const given = await store.feedback.list(inspection);
    return given.map(({ inspection: _, createdAt, caseId, ...said }) => ({
      ...said,
      givenAt: minuteOf(createdAt),
    }));
  },
});
