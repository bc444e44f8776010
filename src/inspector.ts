// Gumsa as one object: builds the store, the workers, the tools and the graph once, and closes them.
// Every surface (command line, HTTP, MCP) talks to this and to nothing below it.
import { join } from "node:path";
import type { Config } from "./config.ts";
import { buildChatGraph } from "./graph/chat-graph.ts";
import { buildInspectionGraph } from "./graph/inspection-graph.ts";
import { JobPool } from "./inference/job-pool.ts";
import { createModelStore } from "./inference/model-store.ts";
import { adaptersOf } from "./inspector/adapters.ts";
import { createAnnouncements } from "./inspector/announcements.ts";
import { asGraphOf } from "./inspector/as-graph.ts";
import { backUp } from "./inspector/backup.ts";
import { batchesOf } from "./inspector/batches.ts";
import { casesOf } from "./inspector/cases.ts";
import { chatOf } from "./inspector/chat.ts";
import { compareOf } from "./inspector/compare.ts";
import type { Inspector } from "./inspector/contract.ts";
import { converseOf } from "./inspector/conversation/converse.ts";
import { examine } from "./inspector/doctor.ts";
import { chooseEmbedder } from "./inspector/embedder.ts";
import { feedbackOf } from "./inspector/feedback.ts";
import { fetchPicture } from "./inspector/fetch-picture.ts";
import { finetunePairsOf } from "./inspector/finetune.ts";
import type { Progress } from "./inspector/inputs.ts";
import { inspect } from "./inspector/inspect.ts";
import { inspectionsOf } from "./inspector/inspections.ts";
import { createJobSignals } from "./inspector/job-signals.ts";
import { jobsOf } from "./inspector/jobs.ts";
import { manualsOf } from "./inspector/manuals.ts";
import { modelsOf } from "./inspector/models.ts";
import { openModels } from "./inspector/open-models.ts";
import { openToolsOf } from "./inspector/open-tools.ts";
import type { Parts } from "./inspector/parts.ts";
import { chosenProduct, productsOf } from "./inspector/products.ts";
import { readinessOf } from "./inspector/readiness.ts";
import { recorded } from "./inspector/recorded.ts";
import { referencesOf } from "./inspector/references.ts";
import { retentionOf } from "./inspector/retention.ts";
import { taskJobsOf } from "./inspector/task-jobs.ts";
import { tasksOf } from "./inspector/tasks.ts";
import { webhooksOf } from "./inspector/webhooks.ts";
import { startWork } from "./inspector/work.ts";
import { writersOf } from "./inspector/writers.ts";
import { createSight } from "./llm/sight.ts";
import type { Log } from "./log.ts";
import { packageRoot, packageVersion } from "./package-root.ts";
import { openFileBlobs } from "./store/file-blobs.ts";
import { openStore } from "./store/open-store.ts";
import { createBankKeeper } from "./tools/bank-keeper.ts";
import { createPictureReader } from "./tools/picture-reader.ts";
import { callerOf, createToolbox } from "./tools/toolbox.ts";
import { drawCanary } from "./vision/draw/canary.ts";

export { type BackupSummary, restoreHome } from "./inspector/backup.ts";
export type { BatchInput } from "./inspector/batches.ts";
export type * from "./inspector/contract.ts";
export type { ConverseOptions, Reply, Turn } from "./inspector/conversation/turn.ts";
export type * from "./inspector/inputs.ts";
export type { ReferenceInput } from "./inspector/references.ts";
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
    work: (options) =>
      startWork({
        ...options,
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
