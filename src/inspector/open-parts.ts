// Everything that the inspector is made of, opened once and in the order in which it stands on each other.
import { join } from "node:path";
import type { Config } from "../config.ts";
import { buildChatGraph } from "../graph/chat-graph.ts";
import { buildInspectionGraph } from "../graph/inspection-graph.ts";
import { JobPool } from "../inference/job-pool.ts";
import { createModelStore } from "../inference/model-store.ts";
import { createSight } from "../llm/sight.ts";
import type { Log } from "../log.ts";
import { openFileBlobs } from "../store/file-blobs.ts";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import { createBankKeeper } from "../tools/bank-keeper.ts";
import { createPictureReader } from "../tools/picture-reader.ts";
import { createToolbox } from "../tools/toolbox.ts";
import { drawCanary } from "../vision/draw/canary.ts";
import { type Announcements, createAnnouncements } from "./announcements.ts";
import type { ChatGraph } from "./chat.ts";
import { chooseEmbedder } from "./embedder.ts";
import { createJobSignals, type JobSignals } from "./job-signals.ts";
import { openModels } from "./open-models.ts";
import type { Parts } from "./parts.ts";
import { recorded } from "./recorded.ts";

export interface OpenedParts {
  readonly parts: Parts;
  /** The worker threads. */
  readonly pool: JobPool;
  readonly nodes: Parameters<typeof buildInspectionGraph>[0];
  readonly chatGraph: ChatGraph;
  readonly signals: JobSignals;
  readonly onRecorded: Announcements["onRecorded"];
}

interface Surroundings {
  readonly log: Log;
  /** The package's folder. */
  readonly root: string;
  readonly version: string;
}

export const openParts = async (
  config: Config,
  { log, root, version }: Surroundings,
): Promise<OpenedParts> => {
  const store = await openStore({ home: config.home });
  const blobs = openFileBlobs(config.home);
  const pool = new JobPool(config.inference);
  const models = createModelStore(join(root, "models"), join(config.home, "models"));
  const pictures = createPictureReader(blobs, config.images);
  const banks = createBankKeeper({ store, blobs, jobs: pool, models, pictures, log });
  const embedder = await chooseEmbedder({ config, models, jobs: pool });
  const kept = { store, blobs, models, pictures, banks, embedder };
  const tools = createToolbox({ ...kept, jobs: pool, ...config.images });
  const sight = openSight(store);
  const chat = openModels(config, store, sight);
  const nodes = { tools, chat, version };
  const graph = buildInspectionGraph(nodes, store.checkpointer);
  const signals = createJobSignals();
  const { announce, onRecorded } = createAnnouncements(store, signals);
  const { language, writer, outbound, ollama } = config;
  const asked = { language, writer: writer.name, preload: writer.preload, outbound, ollamaHost: ollama.host };
  const parts: Parts = { store, blobs, models, tools, graph, root, chat, sight, announce, ...asked };
  const answering = { tools, chat, groundOf: (id: string) => recorded(id, parts) };
  const chatGraph = buildChatGraph(answering, store.checkpointer);
  return { parts, pool, nodes, chatGraph, signals, onRecorded };
};

const openSight = ({ languageModels }: Store): Parts["sight"] =>
  createSight(drawCanary, {
    get: (key) => languageModels.canary(key),
    put: (canary) => languageModels.putCanary(canary),
  });
