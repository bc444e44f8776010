// Gumsa as one object: builds the store, the workers, the tools and the graph once, and closes them.
// Every surface (command line, HTTP, MCP) talks to this and to nothing below it.
import { join } from "node:path";
import type { Config } from "./config.ts";
import type { Adapter } from "./domain/adapter.ts";
import type { Canary } from "./domain/canary.ts";
import type { Case } from "./domain/case.ts";
import type { Comparison } from "./domain/comparison.ts";
import type { DefectType } from "./domain/defect-type.ts";
import type { Feedback, FeedbackInput } from "./domain/feedback.ts";
import type { FinetunePair } from "./domain/finetune-pair.ts";
import type { FoundCases } from "./domain/found-cases.ts";
import type { Inspection, PictureKind } from "./domain/inspection.ts";
import type { Coverage } from "./domain/coverage.ts";
import type { InspectionEvent } from "./domain/inspection-event.ts";
import type { InspectionFilter } from "./domain/inspection-filter.ts";
import type { InspectionStats } from "./domain/inspection-stats.ts";
import type { Job, JobEvent, JobId } from "./domain/job.ts";
import type { Language } from "./domain/language.ts";
import type { Manual } from "./domain/manual.ts";
import type { ManualAnswer } from "./domain/manual-answer.ts";
import type { ModelChange } from "./domain/model-change.ts";
import type { Product } from "./domain/product.ts";
import type { ProductIndex } from "./domain/product-index.ts";
import type { Box } from "./domain/region.ts";
import type { ReportFormat } from "./domain/report-format.ts";
import { buildChatGraph } from "./graph/chat-graph.ts";
import { buildInspectionGraph } from "./graph/inspection-graph.ts";
import type { NewDetector, NewFeatures } from "./inference/add-model.ts";
import { JobPool } from "./inference/job-pool.ts";
import { createModelStore } from "./inference/model-store.ts";
import { type AsGraph, asGraphOf } from "./inspector/as-graph.ts";
import { adaptersOf } from "./inspector/adapters.ts";
import { backUp } from "./inspector/backup.ts";
import { batchesOf } from "./inspector/batches.ts";
import { casesOf } from "./inspector/cases.ts";
import { type Chat, chatOf } from "./inspector/chat.ts";
import { compareOf } from "./inspector/compare.ts";
import { converseOf } from "./inspector/conversation/converse.ts";
import type { Converse } from "./inspector/conversation/turn.ts";
import { examine } from "./inspector/doctor.ts";
import { chooseEmbedder } from "./inspector/embedder.ts";
import { fetchPicture } from "./inspector/fetch-picture.ts";
import { feedbackOf } from "./inspector/feedback.ts";
import { finetunePairsOf } from "./inspector/finetune.ts";
import { inspect } from "./inspector/inspect.ts";
import type { PictureQuestion, ShownPicture } from "./inspector/inspection-pictures.ts";
import { inspectionsOf } from "./inspector/inspections.ts";
import type { JobRunner } from "./inspector/job-runner.ts";
import { createJobSignals } from "./inspector/job-signals.ts";
import { type Accepted, jobsOf } from "./inspector/jobs.ts";
import { createAnnouncements } from "./inspector/announcements.ts";
import { manualsOf } from "./inspector/manuals.ts";
import { openModels } from "./inspector/open-models.ts";
import { modelsOf } from "./inspector/models.ts";
import { type OpenTools, openToolsOf } from "./inspector/open-tools.ts";
import type { Operations } from "./inspector/operations.ts";
import type { Parts } from "./inspector/parts.ts";
import type { ProductChanges } from "./inspector/product-changes.ts";
import { chosenProduct, productsOf } from "./inspector/products.ts";
import { readinessOf } from "./inspector/readiness.ts";
import { retentionOf } from "./inspector/retention.ts";
import { webhooksOf } from "./inspector/webhooks.ts";
import { startWork } from "./inspector/work.ts";
import { type References, referencesOf } from "./inspector/references.ts";
import type { ProductUpkeep } from "./inspector/upkeep.ts";
import { recorded } from "./inspector/recorded.ts";
import type { Reinspection } from "./inspector/reinspect.ts";
import { type TaskJobs, taskJobsOf } from "./inspector/task-jobs.ts";
import { tasksOf } from "./inspector/tasks.ts";
import { writersOf } from "./inspector/writers.ts";
import { createSight } from "./llm/sight.ts";
import type { Log } from "./log.ts";
import { packageRoot, packageVersion } from "./package-root.ts";
import type { BlobStore } from "./store/blob-store.ts";
import { openFileBlobs } from "./store/file-blobs.ts";
import type { JobFilter, JobQueue } from "./store/job-queue.ts";
import type { InspectionWindow, Store } from "./store/store.ts";
import { openStore } from "./store/open-store.ts";
import { createBankKeeper } from "./tools/bank-keeper.ts";
import type { ToolRun } from "./tools/define-tool.ts";
import { createPictureReader } from "./tools/picture-reader.ts";
import { type CallTool, callerOf, createToolbox } from "./tools/toolbox.ts";
import { drawCanary } from "./vision/draw/canary.ts";

/** Bytes with the name they came under. The name is shown and never used as a path. */
export interface NamedBytes {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What long work takes and tells while it runs. */
export interface Progress extends ToolRun {
  /** What is known of an inspection before it is done: the verdict first, then each section of the report. */
  readonly onEvent?: ((event: InspectionEvent) => void) | undefined;
  /** Told when a node of the graph has done its part. */
  readonly onNode?: ((node: string) => void) | undefined;
}
export type { ReferenceInput } from "./inspector/references.ts";
export { type BackupSummary, restoreHome } from "./inspector/backup.ts";
export type { BatchInput } from "./inspector/batches.ts";
export type { ProgressStep } from "./tools/define-tool.ts";

export interface InspectInput {
  /** One picture, or one a view. */
  readonly images: readonly (NamedBytes & { readonly view?: string })[];
  /** A product id; null for the capture alone; left out for the only product, or the demo product when there is none. */
  readonly product?: string | null;
  readonly language?: Language;
  /** `rule`, or the name of a language model; left out for the setting's. */
  readonly writer?: string;
  /** The time for everything: the verdict always comes, a language model is not waited for any longer. */
  readonly deadlineMs?: number;
  /** Looked for in place of the product's defect types: "긁힘", "no scratch". */
  readonly phrases?: readonly string[];
  /** Who looks for them: `cases` or a model for boxes. */
  readonly grounder?: string;
  /** The language model whose opinion is asked; true for the one that writes the report. */
  readonly opinion?: string | true;
  readonly metadata?: Inspection["metadata"];
  /** What to compare with in place of the nearest good picture: a case's id, or a good picture's file name or SHA-256. */
  readonly reference?: string;
}

/** A picture of a known defect; its bytes are loaded when their turn comes. */
export interface CaseInput {
  readonly fileName: string;
  /** The code of its defect type. */
  readonly type: string;
  readonly view?: string;
  readonly read: () => Promise<Uint8Array>;
  /** Where the defect lies; without box and mask the memory bank is asked. */
  readonly box?: Box;
  readonly readMask?: () => Promise<Uint8Array>;
}

export interface ProductInput {
  readonly id: string;
  readonly names?: { ko: string; en: string };
  readonly alpha?: number;
  /** Who draws boxes for phrases: `cases` (so when left out) or a model for boxes. */
  readonly grounder?: string;
  readonly types?: readonly DefectType[];
  /** Loaded one after another, so that a large folder never lies in memory at once. */
  readonly good: readonly { readonly fileName: string; readonly read: () => Promise<Uint8Array> }[];
  readonly manuals?: readonly NamedBytes[];
  readonly cases?: readonly CaseInput[];
}

export interface ProductSummary {
  readonly product: Product;
  readonly references: number;
  readonly manuals: readonly Manual[];
  readonly cases: number;
  readonly bank: {
    readonly version: string;
    readonly model: string;
    readonly modelSha256: string;
    readonly inputLongEdgePx: number;
    readonly leftOutScores: readonly number[];
    readonly threshold?: number;
    readonly falseAlarmBound?: number;
  } | null;
}

export interface ManualPageOptions {
  /** The words to be marked. */
  readonly quote?: string;
  /** `excerpt`: only the strip of the page around them. */
  readonly part?: "page" | "excerpt";
  readonly signal?: AbortSignal;
}

export interface ManualPage {
  readonly png: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Around the quoted words, one a line, in pixels; empty where they do not stand on the page. */
  readonly marks: readonly Box[];
}

/** What `gumsa models use` chose. */
export interface WriterChoice {
  readonly writer: string;
  /** GUMSA_WRITER names another, which goes before. */
  readonly isOverridden: boolean;
  /** Absent for the rule writer. */
  readonly found?: {
    readonly model: string;
    readonly server: string;
    readonly profile: string;
    readonly seesPictures: boolean;
  };
  readonly canary?: Canary;
}

export interface CompareInput {
  readonly inspection: string;
  /** The others are compared with the first. */
  readonly writers: readonly string[];
  /** Left out for the record's. */
  readonly language?: Language;
}

/** Over which recorded inspections an adapter is compared with its base. */
export interface ProofInput {
  readonly product?: string;
  /** The newest, at the most. */
  readonly inspections?: number;
}

export interface AdapterInput extends ProofInput {
  readonly name: string;
  /** The profile of the family that was fine-tuned. */
  readonly base: string;
  /** The model that it is compared with; left out for the first of the profile that the server has. */
  readonly baseModel?: string;
  readonly source:
    | { readonly kind: "merged"; readonly gguf: string; readonly projector?: string }
    | { readonly kind: "lora"; readonly file: string }
    | { readonly kind: "served"; readonly endpoint: string; readonly model: string };
}

export interface FinetuneInput {
  readonly product?: string;
  /** Whose box convention and picture size are used: a profile. */
  readonly base?: string;
}

export interface FinetuneSample {
  readonly pair: FinetunePair;
  /** By the names that the pair gives them. */
  readonly pictures: readonly NamedBytes[];
}

/** A network of one's own: a file, or the one of a pulled model. */
export type ModelInput = (Omit<NewFeatures, "onnx"> | Omit<NewDetector, "onnx">) & {
  readonly source: { readonly onnx: string } | { readonly from: string };
};

/** One model, as it stands on this machine. */
export interface ModelSummary {
  readonly name: string;
  readonly task: string;
  readonly origin: "bundled" | "hub" | "added";
  /** `verified`: every file was read and is what its card or the lock says. */
  readonly state: "verified" | "missing" | "damaged";
  readonly licence: string;
  readonly limits: string;
  /** What its card could not confirm. */
  readonly unverified: readonly string[];
  readonly folder: string;
  readonly sizeBytes?: number;
  readonly repository?: string;
  readonly commit?: string;
}

/** One line of `gumsa doctor`. */
export interface Check {
  readonly name: string;
  readonly state: "ok" | "missing" | "broken";
  readonly detail: string;
  /** What to do about it. */
  readonly hint?: string;
}

export interface RenderOptions {
  readonly format: ReportFormat;
  /** Left out for the language in which the report was written. */
  readonly language?: Language;
}

export type { ConverseOptions, Reply, Turn } from "./inspector/conversation/turn.ts";

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
    /** The job once it has ended. Throws `job_unknown`, `cancelled`. */
    wait(id: JobId, signal?: AbortSignal): Promise<Job>;
    /** What happened to it, from the event after the one numbered `after`, until its end. */
    events(id: JobId, options?: { after?: number; signal?: AbortSignal }): AsyncIterable<JobEvent>;
  };
  readonly keys: Store["keys"];
  readonly audit: Store["audit"];
  /** Does what waits in the queue until disposed of. */
  work(): JobRunner;
  doctor(): Promise<Check[]>;
}

export interface InspectorOptions {
  readonly log: Log;
  /** The package's folder, with models, manuals and examples. */
  readonly root?: string;
}

export const createInspector = async (
  config: Config,
  { log, root = packageRoot() }: InspectorOptions,
): Promise<Inspector> => {
  const version = packageVersion();
  const store = await openStore({ home: config.home });
  const blobs = openFileBlobs(config.home);
  const jobs = new JobPool(config.inference);
  const models = createModelStore(join(root, "models"), join(config.home, "models"));
  const pictures = createPictureReader(blobs, config.images);
  const banks = createBankKeeper({ store, blobs, jobs, models, pictures, log });
  const embedder = await chooseEmbedder({ config, models, jobs });
  const tools = createToolbox({ store, blobs, jobs, models, pictures, banks, embedder, ...config.images });
  const sight = createSight(drawCanary, {
    get: (key) => store.languageModels.canary(key),
    put: (canary) => store.languageModels.putCanary(canary),
  });
  const chat = openModels(config, store, sight);
  const nodes = { tools, chat, version };
  const graph = buildInspectionGraph(nodes, store.checkpointer);
  const { language, writer } = config;
  const { name, preload } = writer;
  const languageModels = { chat, sight, ollamaHost: config.ollama.host, writer: name, preload };
  const signals = createJobSignals();
  const { announce, onRecorded } = createAnnouncements(store, signals);
  const { outbound } = config;
  const parts: Parts = {
    store,
    blobs,
    models,
    tools,
    graph,
    root,
    language,
    announce,
    outbound,
    ...languageModels,
  };
  const products = productsOf(parts);
  const most = { ...config.queue, background: Number.POSITIVE_INFINITY };
  const chosen = (named: string | null | undefined, run: Progress = {}) =>
    chosenProduct(named, { parts, products, run });
  const inspections = inspectionsOf(parts);
  const answering = { tools, chat, groundOf: (id: string) => recorded(id, parts) };
  const conversations = chatOf(parts, buildChatGraph(answering, store.checkpointer));
  const inspectNow: Inspector["inspect"] = async (input, run = {}) =>
    inspect(input, await chosen(input.product, run), { parts, run });
  const long = {
    models: modelsOf({ models, jobs, hub: config.hub, store }),
    compare: compareOf(parts),
    adapters: adaptersOf(parts),
  };
  return {
    ...long,
    workers: jobs.size,
    inspect: inspectNow,
    converse: converseOf({ inspect: inspectNow, inspections, chat: conversations }, language),
    asGraph: asGraphOf(parts, nodes, chosen),
    tool: callerOf(tools),
    tools: openToolsOf(tools),
    blobs,
    jobs: {
      ...jobsOf({ parts, signals, most, chosenProduct: chosen }),
      ...taskJobsOf({ parts, signals, most: most.interactive }),
    },
    keys: store.keys,
    audit: store.audit,
    work: () =>
      startWork({
        parts,
        signals,
        tasks: tasksOf(parts, { ...long, products }),
        concurrency: jobs.size + 1,
        log,
      }), // one reads while the others compute
    products,
    references: referencesOf(parts),
    manuals: manualsOf(parts),
    cases: casesOf(parts),
    inspections,
    feedback: feedbackOf(parts),
    writers: writersOf(parts),
    stats: (filter = {}) => store.inspections.stats(filter),
    chat: conversations,
    finetunePairs: finetunePairsOf(parts),
    onRecorded,
    batches: batchesOf({ parts, signals, most, chosenProduct: chosen }),
    fetchPicture: (address, signal) => fetchPicture(address, config, signal),
    retention: retentionOf(parts),
    backup: (folder, run = {}) => backUp(folder, { store, home: config.home, version, ...run }),
    webhooks: webhooksOf(parts),
    readiness: () => readinessOf({ config, store, models }),
    doctor: () => examine({ config, version, store, models, workers: jobs.size }),
    async [Symbol.asyncDispose]() {
      await jobs[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
    },
  };
};
