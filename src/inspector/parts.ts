import type { Config } from "../config.ts";
import type { buildInspectionGraph } from "../graph/inspection-graph.ts";
import type { ModelStore } from "../inference/model-store.ts";
import type { ModelRouter } from "../llm/model-router.ts";
import type { Sight } from "../llm/sight.ts";
import type { BlobStore } from "../store/blob-store.ts";
import type { Store } from "../store/store.ts";
import type { Toolbox } from "../tools/toolbox.ts";
import type { Announcements } from "./announcements.ts";

/** What the inspector is made of. */
export interface Parts {
  readonly store: Store;
  readonly blobs: BlobStore;
  readonly models: ModelStore;
  readonly tools: Toolbox;
  readonly chat: ModelRouter;
  readonly sight: Sight;
  /** Of the Ollama server. */
  readonly ollamaHost: string;
  readonly graph: ReturnType<typeof buildInspectionGraph>;
  /** The package's folder. */
  readonly root: string;
  /** Of reports, unless an inspection asks for another. */
  readonly language: "ko" | "en";
  /** Likewise: `rule`, a model's name, or `chosen` for what was chosen last. */
  readonly writer: string;
  /** Tells whoever asked that an inspection is recorded. */
  readonly announce: Announcements["announce"];
  /** What may be asked of others because a caller said so. */
  readonly outbound: Config["outbound"];
  /** Whether a language model is loaded while the picture is read. */
  readonly preload: boolean;
}
