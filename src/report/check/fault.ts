import type { BlobId } from "../../domain/image-ref.ts";
import type { RemovedSentence, Section, Sentence } from "../../domain/report.ts";
import type { ReportFacts } from "../facts.ts";
import type { Sources } from "./carried-numbers.ts";

/** What a report is checked against. */
export interface CheckContext extends Sources, Pick<ReportFacts, "verdict" | "capture" | "product"> {
  /** The text of a manual's page; undefined when there is no such page. */
  readonly pageText: (documentId: BlobId, page: number) => string | undefined;
}

export type Fault = Pick<RemovedSentence, "reason" | "detail">;

/** Undefined for a sentence that this check has nothing against. */
export type Check = (sentence: Sentence, context: CheckContext, section: Section) => Fault | undefined;
