// What a report is made of: the part of an inspection that is known before its report is written.
import type { CaptureGrade } from "../domain/capture-grade.ts";
import type { Evidence } from "../domain/evidence.ts";
import type { Product } from "../domain/product.ts";
import type { ReaderName, ReaderStatus } from "../domain/reader.ts";
import type { Region } from "../domain/region.ts";
import type { Verdict } from "../domain/verdict.ts";
import type { PictureSize } from "./place.ts";

export interface ReportFacts {
  readonly verdict: Verdict;
  readonly capture: CaptureGrade;
  readonly readers: Partial<Record<ReaderName, ReaderStatus>>;
  readonly evidence: readonly Evidence[];
  readonly regions: readonly Region[];
  /** Regions are placed on the first. */
  readonly images: readonly PictureSize[];
  /** Null for a report on the capture alone. */
  readonly product: Product | null;
}
