// What every node of the inspection graph is: facts in, what it learned out.
import type { CaptureGrade } from "../domain/capture-grade.ts";
import type { Evidence } from "../domain/evidence.ts";
import type { BlobId } from "../domain/image-ref.ts";
import type { Inspection, InspectionRequest, ViewedImage } from "../domain/inspection.ts";
import type { InspectionEvent } from "../domain/inspection-event.ts";
import type { Product } from "../domain/product.ts";
import type { ReaderStatus } from "../domain/reader.ts";
import type { Region } from "../domain/region.ts";
import type { Report } from "../domain/report.ts";
import type { Verdict } from "../domain/verdict.ts";
import type { ChatModels } from "../llm/chat-model.ts";
import type { Toolbox } from "../tools/toolbox.ts";

export interface NearestGood {
  readonly image: BlobId;
  readonly similarity: number;
  readonly fileName: string;
}

export interface InspectionFacts {
  readonly request: InspectionRequest;
  readonly product: Product | null;
  readonly images: ViewedImage[];
  readonly capture?: CaptureGrade | undefined;
  /** By the reader's name. */
  readonly readers: Record<string, ReaderStatus>;
  readonly evidence: Evidence[];
  readonly regions: Region[];
  /** The good picture most like the inspected one: what it is compared with unless another was chosen. */
  readonly nearestGood?: NearestGood | undefined;
  readonly verdict?: Verdict | undefined;
  readonly report?: Report | undefined;
  /** By node. */
  readonly timingsMs: Record<string, number>;
  readonly versions: Record<string, string>;
  readonly inspection?: Inspection | undefined;
}

/** What a node learned; lists of evidence, readers, timings and versions are added to what is known. */
export type Learned = Partial<InspectionFacts>;

/** What the graph gives to each node that it runs. */
export interface NodeRun {
  readonly signal?: AbortSignal | undefined;
  /** Tells what is known before the inspection is done. */
  readonly writer?: ((event: InspectionEvent) => void) | undefined;
}

export type InspectionNode = (facts: InspectionFacts, run: NodeRun) => Promise<Learned>;

export interface NodeDeps {
  readonly tools: Toolbox;
  readonly chat: ChatModels;
  /** Gumsa's own version. */
  readonly version: string;
}

/** A fact that the graph's order guarantees; its absence is a bug. */
export const known = <T>(fact: T | undefined, name: string): T => {
  if (fact === undefined) throw new TypeError(`the graph reached a node before it knew ${name}`);
  return fact;
};
