// What the rest of Gumsa asks of the store. Asynchronous throughout, so that a server database can stand
// behind the same port. A write has either happened wholly when its promise resolves, or not at all.
import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import type { ApiKey, AuditEntry } from "../domain/api-key.ts";
import type { Case } from "../domain/case.ts";
import type { ChatThread } from "../domain/chat.ts";
import type { Feedback } from "../domain/feedback.ts";
import type { BlobId } from "../domain/image-ref.ts";
import type { Inspection } from "../domain/inspection.ts";
import type { InspectionFilter, InspectionPlace } from "../domain/inspection-filter.ts";
import type { InspectionStats } from "../domain/inspection-stats.ts";
import type { JobId } from "../domain/job.ts";
import type { IndexedManual, Manual } from "../domain/manual.ts";
import type { Passage } from "../domain/passage.ts";
import type { Product, View } from "../domain/product.ts";
import type { Reference } from "../domain/reference.ts";
import type { Box } from "../domain/region.ts";
import type { BatchStore } from "./batches.ts";
import type { GrounderStore } from "./grounders.ts";
import type { JobQueue } from "./job-queue.ts";
import type { LanguageModelStore } from "./language-models.ts";
import type { PrototypeStore } from "./prototypes.ts";
import type { RetentionStore } from "./retention.ts";
import type { WebhookStore } from "./webhooks.ts";

/** The memory bank of one view and its calibration; the bank's own numbers are the blob `file`. */
export interface BankRecord {
  readonly product: string;
  readonly view: View;
  readonly file: BlobId;
  readonly model: string;
  readonly modelSha256: string;
  readonly inputLongEdgePx: number;
  /** The score of each good picture against the bank built without it; any order. */
  readonly leftOutScores: readonly number[];
  /** The largest difference of each good picture from the good picture nearest to it; any order. */
  readonly referenceScores: readonly number[];
  /** The strongest spot of each good picture when it was left out, in its own pixels. */
  readonly spots: readonly { readonly image: BlobId; readonly box: Box }[];
  /** The distance map of each good picture when it was left out: a blob. None in a bank of before boxes had names. */
  readonly leftOutMaps?: BlobId | undefined;
  /** What a few good pictures score against the bank itself: proven when it is loaded. None in an older bank. */
  readonly golden?: readonly { readonly image: BlobId; readonly distance: number }[] | undefined;
  /** Capture statistics of each good picture, by the statistic's name. */
  readonly captureBaseline: Readonly<Record<string, readonly number[]>>;
  readonly builtAt: string;
}

/** What a product was built with before. */
export interface FormerModel {
  readonly model: string;
  readonly banks: readonly BankRecord[];
  /** The job that changed it: begun again after a crash, it finds its own change made. */
  readonly replacedBy?: JobId | undefined;
}

export interface ModelSwitch {
  readonly product: string;
  /** The name of the feature network from now on. */
  readonly model: string;
  readonly banks: readonly BankRecord[];
  readonly vectors: readonly VectorPut[];
  readonly job?: JobId | undefined;
}

/** Vectors of one set, to be put at once. */
export interface VectorPut {
  readonly key: VectorSetKey;
  readonly vectors: readonly StoredVector[];
}

export interface ReferenceEdit {
  /** The bank's product and view are the edit's. */
  readonly bank: BankRecord;
  readonly added: readonly Reference[];
  readonly removed: readonly BlobId[];
}

export interface FoundPassage {
  readonly passage: Passage;
  /** BM25 with the sign turned, so that higher is better. */
  readonly score: number;
}

/** A case before it has a number. */
export type NewCase = Omit<Case, "id">;

export interface VectorSetKey {
  readonly product: string;
  readonly view: View;
  /**
   * Cases (whole pictures and crops), good pictures, and the strongest spot of each good picture; the cases once more
   * in the space that pictures share with words; passages of manuals.
   */
  readonly set: "cases" | "good" | "spots" | "words" | "passages";
}

export interface StoredVector {
  /** What it describes: a case's id or a picture's. */
  readonly item: string;
  /** `whole` or `crop`. */
  readonly part: string;
  /** How it was made; a vector of another recipe is made again. */
  readonly recipe: string;
  /** A unit vector. */
  readonly numbers: Float32Array;
}

export interface NearItem extends Pick<StoredVector, "item" | "part"> {
  /** From 0 to 1. */
  readonly similarity: number;
}

export interface ProductRegistration {
  readonly product: Product;
  readonly references: readonly Reference[];
  readonly banks: readonly BankRecord[];
  readonly manuals: readonly IndexedManual[];
  readonly cases: readonly NewCase[];
}

/** A part of a list. */
export interface InspectionWindow {
  readonly limit: number;
  /** Only those that follow this one in the order of the list. */
  readonly after?: InspectionPlace | undefined;
}

export interface Store extends AsyncDisposable {
  readonly products: {
    /** Everything in one transaction. Throws `product_exists`. */
    register(registration: ProductRegistration): Promise<void>;
    get(id: string): Promise<Product | undefined>;
    /** By id. */
    list(): Promise<Product[]>;
    /** The product as it is from then on. Throws `product_unknown`. */
    change(id: string, changes: Partial<Omit<Product, "id" | "createdAt">>): Promise<Product>;
    /** Removes the product with references, banks and manuals; inspections stay. Throws `product_unknown`. */
    remove(id: string): Promise<void>;
  };
  readonly productModels: {
    /**
     * All in one transaction; what was there before becomes the former. Throws `product_unknown`, and
     * `references_changed` where good pictures came or went while the banks were built.
     */
    switch(change: ModelSwitch): Promise<void>;
    /** Undefined for a product whose model was never changed. */
    former(product: string): Promise<FormerModel | undefined>;
  };
  readonly references: {
    /** In the order in which they were added. */
    list(product: string, view: View): Promise<Reference[]>;
    /**
     * Together with the bank of the set that results. Throws `product_unknown`, and `references_changed` where the set
     * that results is not the bank's, because another edit came between.
     */
    edit(edit: ReferenceEdit): Promise<void>;
  };
  readonly banks: {
    /** Replaces the bank of the same product and view. Throws `product_unknown`. */
    put(bank: BankRecord): Promise<void>;
    get(product: string, view: View): Promise<BankRecord | undefined>;
  };
  readonly grounders: GrounderStore;
  readonly prototypes: PrototypeStore;
  readonly cases: {
    /** Gives each its number. Throws `product_unknown`. */
    add(cases: readonly NewCase[]): Promise<Case[]>;
    get(id: string): Promise<Case | undefined>;
    /** By type and number. */
    list(product: string): Promise<Case[]>;
    /** With its vectors. Throws `case_unknown`. */
    remove(id: string): Promise<void>;
  };
  /** Feature vectors and the search among them. */
  readonly vectors: {
    /** Replaces those of the same item and part. Throws `product_unknown`. */
    put(key: VectorSetKey, vectors: readonly StoredVector[]): Promise<void>;
    list(key: VectorSetKey): Promise<StoredVector[]>;
    keys(key: VectorSetKey): Promise<Omit<StoredVector, "numbers">[]>;
    drop(key: VectorSetKey, items: readonly string[]): Promise<void>;
    /** Grows with every change of the set. */
    generation(key: VectorSetKey): Promise<number>;
    /** The nearest to a unit vector, nearest first. */
    nearest(key: VectorSetKey, vector: Float32Array, count: number): Promise<NearItem[]>;
  };
  readonly manuals: {
    /**
     * Adds the next revision of that document. Bytes that the product has already, under whatever name and in
     * whatever revision, change nothing and give back that manual; removed ones come back under their old number.
     * Throws `product_unknown`.
     */
    add(product: string, manual: IndexedManual): Promise<Manual>;
    /** The manual of these bytes, unless the product has none or it was removed. */
    find(product: string, documentId: BlobId): Promise<Manual | undefined>;
    /**
     * Takes all revisions of a document out of lists and searches. Their pages stay readable for the reports that
     * cite them, and their numbers are not given again. Throws `manual_unknown`.
     */
    remove(product: string, document: string): Promise<Manual>;
    /** The latest revision of each document. */
    list(product: string): Promise<Manual[]>;
    /** Passages of the latest revisions that hold any of the terms, best first. */
    search(query: { product: string; terms: readonly string[]; limit: number }): Promise<FoundPassage[]>;
    /** How many passages of the latest revisions there are, and how many of them hold each of the terms. */
    frequencies(
      product: string,
      terms: readonly string[],
    ): Promise<{ passages: number; holding: ReadonlyMap<string, number> }>;
    /** Every passage of the latest revisions, in the order of documents and pages. */
    passages(product: string): Promise<Passage[]>;
    /** The text of a page of any revision. */
    page(documentId: BlobId, page: number): Promise<string | undefined>;
  };
  readonly inspections: {
    /** A record is frozen: a second one of the same id changes nothing (a resumed graph may record twice). */
    add(inspection: Inspection): Promise<void>;
    get(id: string): Promise<Inspection | undefined>;
    /** Newest first. */
    list(filter: InspectionFilter & InspectionWindow): Promise<Inspection[]>;
    /** Counted by the database. */
    stats(filter: InspectionFilter): Promise<InspectionStats>;
  };
  readonly feedback: {
    /** Throws `inspection_unknown`. */
    add(feedback: Feedback): Promise<void>;
    /** In the order in which it was given. */
    list(inspection: string): Promise<Feedback[]>;
    /**
     * On parts of this product and defect type, in the order in which it was given. The type is the one that a person
     * confirmed, else the one that the inspection suspected; parts confirmed as good are left out.
     */
    ofType(product: string, type: string): Promise<Feedback[]>;
  };
  /** What was said lies in the checkpoints. */
  readonly chatThreads: {
    /** Replaces that of the same id. */
    put(thread: ChatThread): Promise<void>;
    get(id: string): Promise<ChatThread | undefined>;
    /** Newest first. */
    list(inspection: string): Promise<ChatThread[]>;
  };
  readonly languageModels: LanguageModelStore;
  readonly jobs: JobQueue;
  readonly retention: RetentionStore;
  readonly batches: BatchStore;
  readonly webhooks: WebhookStore;
  readonly keys: {
    /** The secret is told this once. Throws `key_exists`. */
    add(key: Pick<ApiKey, "name" | "role">): Promise<{ readonly key: ApiKey; readonly secret: string }>;
    /** By name. */
    list(): Promise<ApiKey[]>;
    find(secret: string): Promise<ApiKey | undefined>;
    /** Throws `key_name_unknown`. */
    remove(name: string): Promise<void>;
  };
  readonly audit: {
    add(entry: AuditEntry): Promise<void>;
    /** Newest first. */
    list(filter: { limit: number }): Promise<AuditEntry[]>;
  };
  /** Writes to the file and nothing that means anything. Throws as any write does. */
  probe(): Promise<void>;
  /** A whole copy of the file as it stands, while others write; the path of the copy must be free. */
  backup(file: string): Promise<void>;
  /** Checkpoints of the graphs, in the same file. */
  readonly checkpointer: BaseCheckpointSaver;
}
