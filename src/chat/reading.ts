// What a question asks for, apart from any language and before anything is looked up.
import type { Language } from "../domain/language.ts";
import type { Box } from "../domain/region.ts";
import type { VerdictKind } from "../domain/verdict.ts";

export const TOPICS = [
  "summary",
  "reason",
  "score",
  "calibration",
  "regionCount",
  "similar",
  "reference",
  "capture",
  "causes",
  "actions",
  "prevention",
  "next",
  "severity",
  "boxes",
  "opinion",
  "readers",
  "history",
  "feedback",
  "earlier",
  "versions",
  "inspectedAt",
  "duration",
  "file",
  "product",
  "pictureSize",
  "help",
  "greeting",
  "unknown",
] as const;
export type Topic = (typeof TOPICS)[number];

export type Intent =
  | { readonly kind: Topic }
  | {
      readonly kind: "verdict";
      /** What the question takes for granted, unless it says so with a "not". */
      readonly claimed?: VerdictKind | undefined;
      /** It asks for another verdict, or threatens. */
      readonly isPressed: boolean;
    }
  | { readonly kind: "region"; readonly ordinal?: number | undefined }
  | { readonly kind: "type"; readonly asked?: string | undefined }
  | { readonly kind: "look"; readonly ordinal?: number | undefined; readonly box?: Box | undefined }
  | { readonly kind: "ignore"; readonly ordinal?: number | undefined; readonly box?: Box | undefined }
  | { readonly kind: "suppose"; readonly what: "threshold" | "alpha"; readonly value?: number | undefined }
  | { readonly kind: "explain"; readonly number: number | "distance" | "threshold" | "pValue" }
  | { readonly kind: "manual"; readonly question: string }
  | { readonly kind: "compare"; readonly other?: string | undefined }
  | { readonly kind: "statistics"; readonly period: Period; readonly type?: string | undefined }
  | { readonly kind: "metadata"; readonly words: string }
  | { readonly kind: "evidence"; readonly id: string };
export type IntentKind = Intent["kind"];
export type IntentOf<Kind extends IntentKind> = Extract<Intent, { kind: Kind }>;

/** Days back from today, today counted in; `week` and `month` begin on Monday and on the first. */
export type Period =
  | "today"
  | "yesterday"
  | "week"
  | "lastWeek"
  | "month"
  | "all"
  | { readonly days: number };

export interface Reading {
  readonly language: Language;
  readonly intents: readonly Intent[];
}
