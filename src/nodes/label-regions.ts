import type { Region } from "../domain/region.ts";
import { typeOfNearest } from "../tools/type-of-nearest.ts";
import type { InspectionFacts } from "./node.ts";

/** Gives each region the defect type of most of the cases nearest to it, and the ids of those cases. */
export const labelRegions = ({
  regions,
  evidence,
}: Pick<InspectionFacts, "regions" | "evidence">): Region[] =>
  regions.map((region, index) => {
    const nearest = evidence
      .filter((item) => item.kind === "similar")
      .filter(({ asked }) => asked === index + 1);
    const { defectType: label } = typeOfNearest(nearest);
    if (label === undefined) return region;
    const agreeing = nearest.filter(({ caseType }) => caseType === label).map(({ id }) => id);
    return { ...region, label, supportedBy: [...region.supportedBy, ...agreeing] };
  });
