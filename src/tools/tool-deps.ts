// What tools work with. Built once by the inspector and handed to every tool.
import type { JobPool } from "../inference/job-pool.ts";
import type { ModelStore } from "../inference/model-store.ts";
import type { BlobStore } from "../store/blob-store.ts";
import type { Store } from "../store/store.ts";
import type { BankKeeper } from "./bank-keeper.ts";
import type { GoodNearness } from "./good-nearness.ts";
import type { PictureReader } from "./picture-reader.ts";
import type { PictureScorer } from "./picture-scorer.ts";
import type { VectorKeeper } from "./vector-keeper.ts";

export interface ToolDeps {
  readonly store: Store;
  readonly blobs: BlobStore;
  readonly jobs: JobPool;
  readonly models: ModelStore;
  readonly pictures: PictureReader;
  readonly banks: BankKeeper;
  readonly scores: PictureScorer;
  readonly vectors: VectorKeeper;
  readonly nulls: GoodNearness;
  /** Larger pictures are refused. */
  readonly maxPixels: number;
}
