import type { BlobId } from "../domain/image-ref.ts";
import { namesOf } from "../report/check-report.ts";
import { checkedReport } from "../report/checked-report.ts";
import { planReport } from "../report/plan.ts";
import { type InspectionFacts, type InspectionNode, known, type NodeDeps } from "./node.ts";
import { reportFacts } from "./write-report.ts";

/** Removes what evidence does not carry, whoever wrote it, and fills an emptied section by rules. */
export const checkReport =
  ({ tools }: NodeDeps): InspectionNode =>
  async (facts, run) => {
    const sources = reportFacts(facts);
    const pages = await citedPages(facts, (page) => tools.readManualPage(page, run));
    const report = checkedReport(known(facts.report, "the report"), planReport(sources), {
      ...sources,
      names: [...namesOf(facts.product), ...facts.images.map(({ fileName }) => fileName)],
      pageText: (documentId, page) => pages.get(keyOf({ documentId, page })),
    });
    return { report };
  };

interface CitedPage {
  readonly documentId: BlobId;
  readonly page: number;
}

const keyOf = ({ documentId, page }: CitedPage): string => `${documentId} ${page}`;

/** The text of every page that a passage of the evidence stands on. */
const citedPages = async (
  { evidence }: InspectionFacts,
  read: (page: CitedPage) => Promise<string | null>,
): Promise<Map<string, string>> => {
  const cited = new Map(
    evidence
      .filter((item) => item.kind === "manual")
      .map(({ documentId, page }) => [keyOf({ documentId, page }), { documentId, page }]),
  );
  const texts = await Promise.all(
    [...cited].map(async ([key, page]) => {
      const text = await read(page);
      return text === null ? [] : [[key, text] as const];
    }),
  );
  return new Map(texts.flat());
};
