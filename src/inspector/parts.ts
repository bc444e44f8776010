import type { buildInspectionGraph } from "../graph/inspection-graph.ts";
import type { BlobStore } from "../store/blob-store.ts";
import type { Store } from "../store/store.ts";
import type { Toolbox } from "../tools/toolbox.ts";

/** What the inspector is made of. */
export interface Parts {
  readonly store: Store;
  readonly blobs: BlobStore;
  readonly tools: Toolbox;
  readonly graph: ReturnType<typeof buildInspectionGraph>;
  /** The package's folder. */
  readonly root: string;
  /** Of reports, unless an inspection asks for another. */
  readonly language: "ko" | "en";
  /** Likewise: `rule`, or a model's name. */
  readonly writer: string;
}
