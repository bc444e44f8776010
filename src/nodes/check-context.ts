// What a report is checked against: the facts of the inspection and the text of every page that its evidence cites.
import { type CheckContext, namesOf } from "../report/check-report.ts";
import type { ReportFacts } from "../report/facts.ts";
import type { Toolbox } from "../tools/toolbox.ts";
import { citedPages } from "./cited-pages.ts";
import { type InspectionFacts, known } from "./node.ts";

export const checkContextOf = async (
  facts: InspectionFacts,
  { readManualPage }: Pick<Toolbox, "readManualPage">,
  { signal }: { readonly signal?: AbortSignal | undefined },
): Promise<CheckContext> => {
  const pageText = await citedPages(facts.evidence, (page) => readManualPage(page, { signal }));
  return {
    ...reportFacts(facts),
    names: [...namesOf(facts.product), ...facts.images.map(({ fileName }) => fileName)],
    pageText,
  };
};

/** What a report may speak of. */
export const reportFacts = ({
  capture,
  verdict,
  images,
  readers,
  evidence,
  regions,
  product,
}: InspectionFacts): ReportFacts => ({
  verdict: known(verdict, "the verdict"),
  capture: known(capture, "the capture grade"),
  images: images.map(({ image }) => image),
  readers,
  evidence,
  regions,
  product,
});
