import { z } from "zod";
import { EvidenceId } from "../../domain/evidence.ts";
import { Feedback } from "../../domain/feedback.ts";
import { Inspection } from "../../domain/inspection.ts";
import { ASKS_ONLY, defineMcpTool } from "../define-mcp-tool.ts";
import { InspectionResult, linksOf, resultOf } from "../inspection-result.ts";
import { knownId } from "../stored-pictures.ts";

const PARTS = ["evidence", "feedback", "versions"] as const;

export const getInspection = defineMcpTool({
  name: "get_inspection",
  title: "Read an inspection",
  description:
    "A recorded inspection again: verdict, regions and report; on demand every piece of evidence with its numbers, " +
    "what people said about it afterwards, and the versions of all that had a part in it.",
  input: z.object({
    inspection: z.string().describe("Its id, insp_ and 20 letters or digits."),
    include: z.array(z.enum(PARTS)).default([]),
  }),
  output: InspectionResult.extend({
    evidence: z.array(z.looseObject({ id: EvidenceId, kind: z.string() })).optional(),
    feedback: z.array(Feedback).optional(),
    versions: Inspection.shape.versions.optional(),
  }),
  annotations: ASKS_ONLY,
  async run({ inspection: id, include }, { inspector }) {
    const inspection = await inspector.inspections.get(knownId(id));
    const parts = {
      ...(include.includes("evidence") && { evidence: inspection.evidence }),
      ...(include.includes("feedback") && { feedback: await inspector.feedback.list(inspection.id) }),
      ...(include.includes("versions") && { versions: inspection.versions }),
    };
    return {
      result: { ...resultOf(inspection), ...parts },
      text: await inspector.inspections.brief(inspection),
      attachments: linksOf(inspection),
    };
  },
});
