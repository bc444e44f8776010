import { checkedReport } from "../report/checked-report.ts";
import { planReport } from "../report/plan.ts";
import { checkContextOf, reportFacts } from "./check-context.ts";
import { type InspectionNode, known, type NodeDeps } from "./node.ts";

/** Removes what evidence does not carry, whoever wrote it, and fills an emptied section by rules. */
export const checkReport =
  ({ tools }: Pick<NodeDeps, "tools">): InspectionNode =>
  async (facts, run) => {
    const context = await checkContextOf(facts, tools, run);
    const plan = planReport(reportFacts(facts));
    return { report: checkedReport(known(facts.report, "the report"), plan, context) };
  };
