// What a report can say, apart from any language. A plan is a list of these points for each section; a language
// has one phrase for each kind, and the compiler refuses a language that lacks one.
import type { CaptureGrade, DegradationKind } from "../domain/capture-grade.ts";
import type { EvidenceId, ReferenceEvidence, SimilarCaseEvidence } from "../domain/evidence.ts";
import type { PastAction } from "../domain/history.ts";
import type { Bilingual } from "../domain/language.ts";
import type { ReaderName } from "../domain/reader.ts";
import type { Box } from "../domain/region.ts";
import type { Section } from "../domain/report.ts";
import type { VerdictKind, VerdictReason } from "../domain/verdict.ts";
import type { Place } from "./place.ts";

/** The sections that the manuals speak about. */
export type ManualSection = Exclude<Section, "status">;

interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

interface PointFacts {
  // ahead of the sections
  summary: {
    readonly verdict: VerdictKind;
    readonly reasons: readonly VerdictReason[];
    readonly product: Bilingual | undefined;
    readonly types: readonly Bilingual[];
    readonly regions: number;
    /** Of the strongest region. */
    readonly place: Place | undefined;
  };
  // status
  verdict: { readonly verdict: VerdictKind; readonly reasons: readonly VerdictReason[] };
  score: {
    readonly distance: number;
    readonly threshold: number | undefined;
    readonly pValue: number;
    readonly alpha: number;
  };
  highestGood: { readonly distance: number; readonly highestGood: number; readonly references: number };
  promise: {
    readonly alpha: number;
    readonly references: number;
    readonly falseAlarmBound: number | undefined;
  };
  /** Readers that send parts to review and cannot fail one. */
  reviewRate: { readonly readers: readonly ReaderName[]; readonly alpha: number };
  tooFewReferences: { readonly references: number; readonly needed: number; readonly alpha: number };
  region: {
    readonly ordinal: number;
    readonly place: Place;
    readonly box: Box;
    readonly distance: number;
    readonly label: Bilingual | undefined;
  };
  /** A region that only the comparison with a good picture found. */
  referenceRegion: {
    readonly ordinal: number;
    readonly place: Place;
    readonly box: Box;
    readonly distance: number;
  };
  moreRegions: { readonly total: number };
  noRegions: object;
  alignment: {
    readonly fileName: string;
    readonly alignment: ReferenceEvidence["alignment"];
    readonly meanSsim: number;
  };
  difference: {
    readonly distance: number;
    readonly threshold: number | undefined;
    readonly references: number;
    readonly pValue: number;
    readonly alpha: number;
  };
  capture: {
    readonly grade: CaptureGrade["grade"];
    readonly references: number;
    readonly isDegraded: boolean;
  };
  degradation: {
    readonly degradation: DegradationKind;
    readonly severity: number;
    readonly statistic: Measured;
    readonly usual: { readonly median: number; readonly low: number; readonly high: number } | undefined;
    readonly motion: { readonly lengthPx: number; readonly angleDegrees: number } | undefined;
    /** Where, when only a part of the picture is affected. */
    readonly part: { readonly place: Place; readonly box: Box } | undefined;
  };
  caseNearness: {
    readonly pValue: number;
    readonly alpha: number;
    readonly references: number;
    readonly cases: number;
  };
  similarCase: {
    readonly caseId: string;
    readonly type: Bilingual;
    readonly asked: SimilarCaseEvidence["asked"];
    readonly similarity: number;
  };
  /** Where the picture shows what a phrase says. */
  groundedBox: {
    /** What was looked for, where no type goes by it. */
    readonly words: string;
    readonly isNegated: boolean;
    readonly type: Bilingual | undefined;
    readonly box: Box;
    readonly pValue: number;
    readonly alpha: number;
    readonly references: number;
    readonly isSupported: boolean;
  };
  unknownPhrases: {
    readonly phrases: readonly string[] /** Undefined for the product's known cases. */;
    readonly model: string | undefined;
  };
  suspectedType: {
    readonly type: Bilingual;
    readonly nearest: number;
    readonly agreeing: number;
    readonly similarity: number;
  };
  readerFailed: { readonly reader: string; readonly reason: string };
  readersSkipped: { readonly readers: readonly { readonly reader: string; readonly reason: string }[] };
  captureOnly: object;
  /** Never counted in the verdict. */
  opinion: { readonly model: string; readonly text: string };
  // what the manuals say
  passage: {
    readonly section: ManualSection | undefined;
    readonly defectType: Bilingual | undefined;
    readonly document: string;
    readonly revision: number;
    readonly page: number;
    readonly quotation: string;
  };
  typeUndetermined: object;
  typesWithoutPassage: { readonly section: ManualSection; readonly types: readonly Bilingual[] };
  noPassage: { readonly section: ManualSection };
  manualsNotAsked: { readonly section: ManualSection; readonly why: "capture_only" | "retake" };
  // causes, actions, prevention
  noCause: object;
  causeOpen: object;
  captureCause: { readonly degradation: DegradationKind };
  captureCauseUnknown: object;
  nextStep: { readonly verdict: VerdictKind; readonly hasRegions: boolean };
  retakeAdvice: { readonly degradation: DegradationKind };
  addReferences: { readonly references: number; readonly needed: number; readonly alpha: number };
  /** What was done before about the suspected type, and what became of it. */
  pastAction: { readonly type: Bilingual; readonly past: PastAction };
  repairReader: { readonly reader: string };
  nameProduct: object;
  keepConditions: { readonly hasReferences: boolean };
  preventDegradation: { readonly degradation: DegradationKind };
  /** The checker left nothing else in the section. */
  nothingSupported: { readonly section: Section };
}

export type PointKind = keyof PointFacts;

/** A point of one kind, or of any; each with the evidence that carries it. */
export type Point<Kind extends PointKind = PointKind> = {
  [K in Kind]: { readonly kind: K; readonly evidence: readonly EvidenceId[] } & PointFacts[K];
}[Kind];

/** One language: a sentence for every kind of point. */
export type Phrases = { readonly [Kind in PointKind]: (point: Point<Kind>) => string };
