// Everything that a surface can ask Gumsa for.
import type { Adapter } from "../domain/adapter.ts";
import type { Case } from "../domain/case.ts";
import type { Comparison } from "../domain/comparison.ts";
import type { Coverage } from "../domain/coverage.ts";
import type { Feedback, FeedbackInput } from "../domain/feedback.ts";
import type { FoundCases } from "../domain/found-cases.ts";
import type { Inspection, PictureKind } from "../domain/inspection.ts";
import type { InspectionFilter } from "../domain/inspection-filter.ts";
import type { InspectionStats } from "../domain/inspection-stats.ts";
import type { Job, JobEvent, JobId } from "../domain/job.ts";
import type { Manual } from "../domain/manual.ts";
import type { ManualAnswer } from "../domain/manual-answer.ts";
import type { ModelChange } from "../domain/model-change.ts";
import type { Product } from "../domain/product.ts";
import type { ProductIndex } from "../domain/product-index.ts";
import type { BlobStore } from "../store/blob-store.ts";
import type { JobFilter, JobQueue } from "../store/job-queue.ts";
import type { InspectionWindow, Store } from "../store/store.ts";
import type { CallTool } from "../tools/toolbox.ts";
import type { AsGraph } from "./as-graph.ts";
import type { Chat } from "./chat.ts";
import type { Converse } from "./conversation/turn.ts";
import type {
  AdapterInput,
  CaseInput,
  Check,
  CompareInput,
  FinetuneInput,
  FinetuneSample,
  InspectInput,
  ManualPage,
  ManualPageOptions,
  ModelInput,
  ModelSummary,
  NamedBytes,
  ProductInput,
  ProductSummary,
  Progress,
  ProofInput,
  RenderOptions,
  WriterChoice,
} from "./inputs.ts";
import type { PictureQuestion, ShownPicture } from "./inspection-pictures.ts";
import type { JobRunner } from "./job-runner.ts";
import type { Accepted } from "./jobs.ts";
import type { OpenTools } from "./open-tools.ts";
import type { Operations } from "./operations.ts";
import type { ProductChanges } from "./product-changes.ts";
import type { References } from "./references.ts";
import type { Reinspection } from "./reinspect.ts";
import type { TaskJobs } from "./task-jobs.ts";
import type { ProductUpkeep } from "./upkeep.ts";

export interface Inspector extends Operations, AsyncDisposable {
  /** As many inspections at once as keep every core busy. */
  readonly workers: number;
  inspect(input: InspectInput, progress?: Progress): Promise<Inspection>;
  /** For a program that runs graphs of its own. */
  readonly asGraph: AsGraph;
  /** The next turn of a conversation that its client keeps: a picture's report, or an answer from the record. */
  readonly converse: Converse;
  /** Any tool by its name, its input checked. Throws `usage_invalid` and what the tool throws. */
  readonly tool: CallTool;
  /** Those that anybody may call by themselves. */
  readonly tools: OpenTools;
  /** Bytes by their hash: what tools are told as ids. */
  readonly blobs: Pick<BlobStore, "put" | "get">;
  readonly products: ProductUpkeep & {
    add(input: ProductInput, progress?: Progress): Promise<ProductSummary>;
    /** Registers the product that ships with Gumsa unless it is there; its id. */
    addDemo(progress?: Progress): Promise<string>;
    list(): Promise<Product[]>;
    /** Throws `product_unknown`. */
    show(id: string): Promise<ProductSummary>;
    /** What the product would be registered from again, its pictures read when their turn comes. Throws `product_unknown`. */
    sources(id: string): Promise<ProductInput>;
    remove(id: string): Promise<void>;
    /** Throws `product_unknown`, `types_invalid`, `type_in_use`. */
    change(id: string, changes: ProductChanges): Promise<Product>;
    /** How its memory banks and vectors stand. Throws `product_unknown`. */
    index(id: string): Promise<ProductIndex>;
    /**
     * Builds banks, thresholds and vectors with another feature network (without one: the one before) while the
     * old ones go on serving, compares the recorded verdicts, and switches at once; a trial leaves all as it is.
     */
    changeModel(
      change: { readonly product: string; readonly model?: string; readonly isTrial?: boolean },
      progress?: Progress,
    ): Promise<ModelChange>;
  };
  readonly references: References;
  readonly models: {
    /** Reads every file of every model. */
    list(): Promise<ModelSummary[]>;
    /** Fetches what is missing; the only thing in Gumsa that connects to a model hub. */
    pull(
      name: string,
      options?: { readonly isOffline?: boolean },
      progress?: Progress,
    ): Promise<ModelSummary>;
    /** Throws `model_unknown`, `model_missing`, `model_damaged`. */
    verify(name: string): Promise<ModelSummary>;
    /** The lock stays, so that a later pull gives the same bytes, unless it is forgotten too. */
    remove(name: string, options?: { readonly isForgotten?: boolean }): Promise<void>;
    add(input: ModelInput): Promise<ModelSummary>;
  };
  readonly manuals: {
    add(product: string, manuals: readonly NamedBytes[], progress?: Progress): Promise<Manual[]>;
    list(product: string): Promise<Manual[]>;
    /** Every revision of a document; reports that cite it keep their pages. Throws `manual_unknown`. */
    remove(product: string, document: string): Promise<Manual>;
    search(product: string, question: string, limit: number, progress?: Progress): Promise<ManualAnswer>;
    /** Which defect types the manuals explain, and where they say nothing. */
    coverage(product: string): Promise<Coverage>;
    /**
     * A page of a manual, as a citation names it, as a PNG; of earlier revisions and removed manuals too. Throws
     * `blob_missing`, `manual_page_unknown`.
     */
    page(documentId: string, page: number, options?: ManualPageOptions): Promise<ManualPage>;
  };
  readonly cases: {
    add(product: string, cases: readonly CaseInput[], progress?: Progress): Promise<Case[]>;
    list(product: string): Promise<Case[]>;
    /** By the names of defect types, and by what the pictures show where a model of pictures and words is there. */
    search(
      query: { readonly product: string; readonly words: string; readonly count: number },
      progress?: Progress,
    ): Promise<FoundCases>;
    /** Throws `case_unknown`. */
    remove(id: string): Promise<Case>;
  };
  readonly inspections: {
    /** Throws `inspection_unknown`. */
    get(id: string): Promise<Inspection>;
    /** Newest first. */
    list(filter: InspectionFilter & InspectionWindow): Promise<Inspection[]>;
    /** The bytes of a stored picture: the inspected one, or one that shows the finding. */
    picture(inspection: Inspection, kind: PictureKind | "source"): Promise<Uint8Array | undefined>;
    /** Likewise, and those that are drawn when they are asked for. */
    shown(inspection: Inspection, question: PictureQuestion): Promise<ShownPicture | undefined>;
    /** What to inspect to have the same pictures inspected once more. Throws `inspection_unknown`, `blob_missing`. */
    again(id: string, changes: Reinspection): Promise<InspectInput>;
    /** A self-contained page. */
    html(inspection: Inspection): Promise<string>;
    /**
     * A file of the report. In another language than the record's it is phrased anew, by rules, from the same facts;
     * the record stays as it is.
     */
    render(inspection: Inspection, options: RenderOptions): Promise<Uint8Array>;
    /** The verdict and the four sections as Markdown, for a chat or an agent: no pictures, no list of evidence. */
    brief(inspection: Inspection): Promise<string>;
    /** For a terminal, 100 columns. */
    text(inspection: Inspection, options: { colour: boolean }): string;
  };
  readonly feedback: {
    /** Throws `inspection_unknown`, `type_unknown`. */
    add(input: FeedbackInput): Promise<Feedback>;
    /** In the order in which it was given. */
    list(inspection: string): Promise<Feedback[]>;
  };
  readonly writers: {
    /** Who phrases reports where none is named. */
    current(): Promise<string>;
    /** Chooses it for later, once it was found and its sight tested. Throws as opening the model does. */
    use(name: string, progress?: Progress): Promise<WriterChoice>;
  };
  /** What the recorded inspections come to. */
  stats(filter?: InspectionFilter): Promise<InspectionStats>;
  /** Questions about a recorded inspection; nothing said changes its record. */
  readonly chat: Chat;
  /** The report of a recorded inspection by several writers. Throws `inspection_unknown`. */
  compare(input: CompareInput, progress?: Progress): Promise<Comparison>;
  readonly adapters: {
    /** Registers and proves it. Throws `adapter_exists`, `adapter_refused`, `usage_invalid`. */
    add(input: AdapterInput, progress?: Progress): Promise<Adapter>;
    /** Compares it with its base over stored inspections. Throws `adapter_unknown`. */
    prove(name: string, input: ProofInput, progress?: Progress): Promise<Adapter>;
    list(): Promise<Adapter[]>;
    /** From the Ollama server too, where it was made there. Throws `adapter_unknown`. */
    remove(name: string, progress?: Progress): Promise<void>;
  };
  /** Confirmed inspections as pairs of instruction and answer, one after the other. */
  finetunePairs(input: FinetuneInput, progress?: Progress): AsyncIterable<FinetuneSample>;
  readonly jobs: TaskJobs & {
    /** Accepts an inspection: nothing of it is lost any more when this resolves. Throws `queue_full`. */
    inspect(input: InspectInput, accepted: Accepted): Promise<Job>;
    /** Throws `job_unknown`. */
    get(id: JobId): Promise<Job>;
    /** Newest first. */
    list(filter: JobFilter): Promise<Job[]>;
    counts(): ReturnType<JobQueue["counts"]>;
    /** Ends the job unless it has ended. Throws `job_unknown`. */
    cancel(id: JobId): Promise<Job>;
    /** The job once it has ended. Throws `job_unknown`, `cancelled`, `service_stopping`. */
    wait(id: JobId, signal?: AbortSignal): Promise<Job>;
    /** What happened to it, from the event after the one numbered `after`, until its end. */
    events(id: JobId, options?: { after?: number; signal?: AbortSignal }): AsyncIterable<JobEvent>;
  };
  readonly keys: Store["keys"];
  readonly audit: Store["audit"];
  /**
   * Does what waits in the queue until disposed of. Then what runs has `graceMs` to come to its end, ten seconds unless
   * it is said; the rest goes on from its last checkpoint when somebody works again. Those who wait are told.
   */
  work(options?: { readonly graceMs?: number | undefined }): JobRunner;
  doctor(): Promise<Check[]>;
}
