// What tools work with. Built once and handed to every tool.
import type { JobPool } from "../inference/job-pool.ts";
import type { ModelStore } from "../inference/model-store.ts";
import type { TextEmbedder } from "../inference/text-embedder.ts";
import type { BlobStore } from "../store/blob-store.ts";
import type { Store } from "../store/store.ts";
import type { BankKeeper } from "./bank-keeper.ts";
import { type CaseGrounder, createCaseGrounder } from "./case-grounder.ts";
import { createGoodNearness, type GoodNearness } from "./good-nearness.ts";
import { createPassageVectors, type PassageVectors } from "./passage-vectors.ts";
import type { PictureReader } from "./picture-reader.ts";
import { createPictureScorer, type PictureScorer } from "./picture-scorer.ts";
import { createVectorKeeper, type VectorKeeper } from "./vector-keeper.ts";

export interface ToolBasics {
  readonly store: Store;
  readonly blobs: BlobStore;
  readonly jobs: JobPool;
  readonly models: ModelStore;
  readonly pictures: PictureReader;
  readonly banks: BankKeeper;
  /** For the search in manuals; without one it goes by words alone. */
  readonly embedder?: TextEmbedder | undefined;
  /** Larger pictures are refused. */
  readonly maxPixels: number;
}

export interface ToolDeps extends ToolBasics {
  readonly scores: PictureScorer;
  readonly vectors: VectorKeeper;
  readonly nulls: GoodNearness;
  readonly grounders: CaseGrounder;
  readonly passageVectors: PassageVectors;
}

/** Adds what tools share among themselves. */
export const completeDeps = (basics: ToolBasics): ToolDeps => ({
  ...basics,
  scores: createPictureScorer(basics),
  vectors: createVectorKeeper(basics),
  nulls: createGoodNearness(basics),
  grounders: createCaseGrounder(basics),
  passageVectors: createPassageVectors(basics),
});
