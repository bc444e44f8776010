// What the inspector is asked with, and what it answers that is no word of the domain.
import type { Canary } from "../domain/canary.ts";
import type { DefectType } from "../domain/defect-type.ts";
import type { FinetunePair } from "../domain/finetune-pair.ts";
import type { Inspection } from "../domain/inspection.ts";
import type { InspectionEvent } from "../domain/inspection-event.ts";
import type { Language } from "../domain/language.ts";
import type { Manual } from "../domain/manual.ts";
import type { Product } from "../domain/product.ts";
import type { Box } from "../domain/region.ts";
import type { ReportFormat } from "../domain/report-format.ts";
import type { NewDetector, NewFeatures } from "../inference/add-model.ts";
import type { ToolRun } from "../tools/define-tool.ts";

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
