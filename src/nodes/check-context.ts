// What a report is checked against: the facts of the inspection and the text of every page that its evidence cites.
import type { BlobId } from "../domain/image-ref.ts";
import { type CheckContext, namesOf } from "../report/check-report.ts";
import type { ReportFacts } from "../report/facts.ts";
import type { Toolbox } from "../tools/toolbox.ts";
import { type InspectionFacts, known } from "./node.ts";

export const checkContextOf = async (
  facts: InspectionFacts,
  { readManualPage }: Pick<Toolbox, "readManualPage">,
  { signal }: { readonly signal?: AbortSignal | undefined },
): Promise<CheckContext> => {
  const pages = await citedPages(facts, (page) => readManualPage(page, { signal }));
  return {
    ...reportFacts(facts),
    names: [...namesOf(facts.product), ...facts.images.map(({ fileName }) => fileName)],
    pageText: (documentId, page) => pages.get(keyOf({ documentId, page })),
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
