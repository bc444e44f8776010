// Gumsa as one object, put together once from its parts, which it closes.
// Every surface (command line, HTTP, MCP) talks to this and to nothing below it.
import type { Config } from "./config.ts";
import type { Product } from "./domain/product.ts";
import { adaptersOf } from "./inspector/adapters.ts";
import { asGraphOf } from "./inspector/as-graph.ts";
import { backUp } from "./inspector/backup.ts";
import { batchesOf } from "./inspector/batches.ts";
import { casesOf } from "./inspector/cases.ts";
import { chatOf } from "./inspector/chat.ts";
import { compareOf } from "./inspector/compare.ts";
import type { Inspector } from "./inspector/contract.ts";
import { converseOf } from "./inspector/conversation/converse.ts";
import { examine } from "./inspector/doctor.ts";
import { feedbackOf } from "./inspector/feedback.ts";
import { fetchPicture } from "./inspector/fetch-picture.ts";
import { finetunePairsOf } from "./inspector/finetune.ts";
import type { Progress } from "./inspector/inputs.ts";
import { inspect } from "./inspector/inspect.ts";
import { inspectionsOf } from "./inspector/inspections.ts";
import { jobsOf } from "./inspector/jobs.ts";
import { manualsOf } from "./inspector/manuals.ts";
import { modelsOf } from "./inspector/models.ts";
import { type OpenedParts, openParts } from "./inspector/open-parts.ts";
import { openToolsOf } from "./inspector/open-tools.ts";
import { chosenProduct, productsOf } from "./inspector/products.ts";
import { readinessOf } from "./inspector/readiness.ts";
import { referencesOf } from "./inspector/references.ts";
import { retentionOf } from "./inspector/retention.ts";
import { taskJobsOf } from "./inspector/task-jobs.ts";
import { tasksOf } from "./inspector/tasks.ts";
import { webhooksOf } from "./inspector/webhooks.ts";
import { startWork } from "./inspector/work.ts";
import { writersOf } from "./inspector/writers.ts";
import type { Log } from "./log.ts";
import { packageRoot, packageVersion } from "./package-root.ts";
import { callerOf } from "./tools/toolbox.ts";

export { type BackupSummary, restoreHome } from "./inspector/backup.ts";
export type { BatchInput } from "./inspector/batches.ts";
export type * from "./inspector/contract.ts";
export type { ConverseOptions, Reply, Turn } from "./inspector/conversation/turn.ts";
export type * from "./inspector/inputs.ts";
export type { ReferenceInput } from "./inspector/references.ts";
export type { TaskInput, TaskKind } from "./inspector/tasks.ts";
export type { ProgressStep } from "./tools/define-tool.ts";

export interface InspectorOptions {
  readonly log: Log;
  /** The package's folder, with models, manuals and examples. */
  readonly root?: string;
}

export const createInspector = async (
  config: Config,
  { log, root = packageRoot() }: InspectorOptions,
): Promise<Inspector> => {
  const opened = await openParts(config, { log, root, version: packageVersion() });
  const { parts, pool } = opened;
  const products = productsOf(parts);
  const chosen: Own["chosen"] = (named, run = {}) => chosenProduct(named, { parts, products, run });
  const own: Own = { ...opened, config, log, chosen };
  const subjects = { products, ...subjectsOf(own) };
  return {
    workers: pool.size,
    ...subjects,
    ...inspectingOf(own, subjects),
    ...queueOf(own, subjects),
    ...operationsOf(own),
    async [Symbol.asyncDispose]() {
      await pool[Symbol.asyncDispose]();
      await parts.store[Symbol.asyncDispose]();
    },
  };
};

interface Own extends OpenedParts {
  readonly config: Config;
  readonly log: Log;
  /** The product that an inspection is of: the named one, the only one, or none. */
  readonly chosen: (named: string | null | undefined, run?: Progress) => Promise<Product | null>;
}

/** What Gumsa knows of products, models and recorded inspections. */
const subjectsOf = ({ parts, pool, config }: Own) =>
  ({
    references: referencesOf(parts),
    manuals: manualsOf(parts),
    cases: casesOf(parts),
    models: modelsOf({ models: parts.models, jobs: pool, hub: config.hub, store: parts.store }),
    adapters: adaptersOf(parts),
    writers: writersOf(parts),
    inspections: inspectionsOf(parts),
    feedback: feedbackOf(parts),
    stats: (filter = {}) => parts.store.inspections.stats(filter),
    compare: compareOf(parts),
    finetunePairs: finetunePairsOf(parts),
  }) satisfies Partial<Inspector>;

type Subjects = Pick<Inspector, "products"> & ReturnType<typeof subjectsOf>;

/** From a picture to its record, and the questions about it. */
const inspectingOf = (
  { parts, nodes, chatGraph, config, chosen, onRecorded }: Own,
  { inspections }: Subjects,
) => {
  const inspectNow: Inspector["inspect"] = async (input, run = {}) =>
    inspect(input, await chosen(input.product, run), { parts, run });
  const chat = chatOf(parts, chatGraph);
  return {
    inspect: inspectNow,
    chat,
    converse: converseOf({ inspect: inspectNow, inspections, chat }, config.language),
    asGraph: asGraphOf(parts, nodes, chosen),
    tool: callerOf(parts.tools),
    tools: openToolsOf(parts.tools),
    blobs: parts.blobs,
    fetchPicture: (address, signal) => fetchPicture(address, config, signal),
    onRecorded,
  } satisfies Partial<Inspector>;
};

/** Work that is accepted now and done when its turn comes. */
const queueOf = ({ parts, pool, signals, config, chosen, log }: Own, subjects: Subjects) => {
  const most = { ...config.queue, background: Number.POSITIVE_INFINITY };
  const queueing = { parts, signals, most, chosenProduct: chosen };
  return {
    jobs: { ...jobsOf(queueing), ...taskJobsOf({ parts, signals, most: most.interactive }) },
    batches: batchesOf(queueing),
    work: (options) =>
      startWork({
        ...options,
        parts,
        signals,
        log,
        tasks: tasksOf(parts, subjects),
        concurrency: pool.size + 1, // one reads while the others compute
      }),
  } satisfies Partial<Inspector>;
};

/** What keeps a service running. */
const operationsOf = ({ parts, pool, nodes, config }: Own) => {
  const { store, models } = parts;
  const { version } = nodes;
  return {
    keys: store.keys,
    audit: store.audit,
    webhooks: webhooksOf(parts),
    retention: retentionOf(parts),
    backup: (folder, run = {}) => backUp(folder, { store, home: config.home, version, ...run }),
    readiness: () => readinessOf({ config, store, models }),
    doctor: () => examine({ config, version, store, models, workers: pool.size }),
  } satisfies Partial<Inspector>;
};
