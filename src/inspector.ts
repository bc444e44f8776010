// Gumsa as one object: builds the store, the workers, the tools and the graph once, and closes them.
// Every surface (command line, HTTP, MCP) talks to this and to nothing below it.
import { join } from "node:path";
import type { Config } from "./config.ts";
import type { Case } from "./domain/case.ts";
import type { DefectType } from "./domain/defect-type.ts";
import type { Feedback, FeedbackInput } from "./domain/feedback.ts";
import type { Inspection, PictureKind } from "./domain/inspection.ts";
import type { Job, JobEvent, JobId } from "./domain/job.ts";
import type { Language } from "./domain/language.ts";
import type { Manual } from "./domain/manual.ts";
import type { Passage } from "./domain/passage.ts";
import type { Product } from "./domain/product.ts";
import type { Box } from "./domain/region.ts";
import type { VerdictKind } from "./domain/verdict.ts";
import { buildInspectionGraph } from "./graph/inspection-graph.ts";
import { JobPool } from "./inference/job-pool.ts";
import { createModelStore } from "./inference/model-store.ts";
import { casesOf } from "./inspector/cases.ts";
import { examine } from "./inspector/doctor.ts";
import { feedbackOf } from "./inspector/feedback.ts";
import { inspect } from "./inspector/inspect.ts";
import { inspectionsOf } from "./inspector/inspections.ts";
import { jobHandlers } from "./inspector/job-handlers.ts";
import { type JobRunner, startRunner } from "./inspector/job-runner.ts";
import { createJobSignals } from "./inspector/job-signals.ts";
import { type Accepted, jobsOf } from "./inspector/jobs.ts";
import { manualsOf } from "./inspector/manuals.ts";
import type { Parts } from "./inspector/parts.ts";
import { chosenProduct, productsOf } from "./inspector/products.ts";
import { createOllamaModels } from "./llm/ollama-models.ts";
import type { Log } from "./log.ts";
import { packageRoot, packageVersion } from "./package-root.ts";
import { openFileBlobs } from "./store/file-blobs.ts";
import type { JobFilter, JobQueue } from "./store/job-queue.ts";
import type { Store } from "./store/store.ts";
import { openStore } from "./store/open-store.ts";
import { createBankKeeper } from "./tools/bank-keeper.ts";
import type { ToolRun } from "./tools/define-tool.ts";
import { createPictureReader } from "./tools/picture-reader.ts";
import { createToolbox } from "./tools/toolbox.ts";

/** Bytes with the name they came under. The name is shown and never used as a path. */
export interface NamedBytes {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What long work takes and tells while it runs. */
export type Progress = ToolRun;
export type { ProgressStep } from "./tools/define-tool.ts";

export interface InspectInput {
  /** One picture, or one a view. */
  readonly images: readonly (NamedBytes & { readonly view?: string })[];
  /** A product id; null for the capture alone; left out for the only product, or the demo product when there is none. */
  readonly product?: string | null;
  readonly language?: Language;
  /** `rule`, or the name of a language model; left out for the setting's. */
  readonly writer?: string;
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
    readonly inputLongEdgePx: number;
    readonly leftOutScores: readonly number[];
    readonly threshold?: number;
    readonly falseAlarmBound?: number;
  } | null;
}

/** One line of `gumsa doctor`. */
export interface Check {
  readonly name: string;
  readonly state: "ok" | "missing" | "broken";
  readonly detail: string;
  /** What to do about it. */
  readonly hint?: string;
}

export interface Inspector extends AsyncDisposable {
  /** As many inspections at once as keep every core busy. */
  readonly workers: number;
  inspect(input: InspectInput, progress?: Progress): Promise<Inspection>;
  readonly products: {
    add(input: ProductInput, progress?: Progress): Promise<ProductSummary>;
    /** Registers the product that ships with Gumsa unless it is there; its id. */
    addDemo(progress?: Progress): Promise<string>;
    list(): Promise<Product[]>;
    /** Throws `product_unknown`. */
    show(id: string): Promise<ProductSummary>;
    remove(id: string): Promise<void>;
  };
  readonly manuals: {
    add(product: string, manuals: readonly NamedBytes[], progress?: Progress): Promise<Manual[]>;
    list(product: string): Promise<Manual[]>;
    search(product: string, question: string, limit: number): Promise<Passage[]>;
  };
  readonly cases: {
    add(product: string, cases: readonly CaseInput[], progress?: Progress): Promise<Case[]>;
    list(product: string): Promise<Case[]>;
    /** Throws `case_unknown`. */
    remove(id: string): Promise<Case>;
  };
  readonly inspections: {
    /** Throws `inspection_unknown`. */
    get(id: string): Promise<Inspection>;
    list(filter: { product?: string; verdict?: VerdictKind; limit: number }): Promise<Inspection[]>;
    /** The bytes of a stored picture: the inspected one, or one that shows the finding. */
    picture(inspection: Inspection, kind: PictureKind | "source"): Promise<Uint8Array | undefined>;
    /** A self-contained page. */
    html(inspection: Inspection): Promise<string>;
    /** For a terminal, 100 columns. */
    text(inspection: Inspection, options: { colour: boolean }): string;
  };
  readonly feedback: {
    /** Throws `inspection_unknown`, `type_unknown`. */
    add(input: FeedbackInput): Promise<Feedback>;
    /** In the order in which it was given. */
    list(inspection: string): Promise<Feedback[]>;
  };
  readonly jobs: {
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
  const models = createModelStore(join(root, "models"));
  const pictures = createPictureReader(blobs, config.images);
  const banks = createBankKeeper({ store, blobs, jobs, models, pictures, log });
  const tools = createToolbox({ store, blobs, jobs, models, pictures, banks, ...config.images });
  const chat = createOllamaModels({ ...config.ollama, deadlineMs: config.writer.deadlineMs });
  const graph = buildInspectionGraph({ tools, chat, version }, store.checkpointer);
  const { language, writer } = config;
  const parts: Parts = { store, blobs, tools, graph, root, language, writer: writer.name };
  const products = productsOf(parts);
  const signals = createJobSignals();
  const chosen = (named: string | null | undefined, run: Progress = {}) =>
    chosenProduct(named, { parts, products, run });
  return {
    workers: jobs.size,
    async inspect(input, run = {}) {
      return inspect(input, await chosen(input.product, run), { parts, run });
    },
    jobs: jobsOf({ parts, signals, most: config.queue, chosenProduct: chosen }),
    keys: store.keys,
    audit: store.audit,
    work: () =>
      startRunner({
        queue: store.jobs,
        signals,
        handlers: jobHandlers(parts, signals),
        concurrency: jobs.size + 1, // one reads and draws while the workers compute
        log,
      }),
    products,
    manuals: manualsOf(parts),
    cases: casesOf(parts),
    inspections: inspectionsOf(parts),
    feedback: feedbackOf(parts),
    doctor: () => examine({ config, version, store, models, workers: jobs.size }),
    async [Symbol.asyncDispose]() {
      await jobs[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
    },
  };
};
