// What an answer can say beyond the points of a report, apart from any language.
import type { EvidenceId } from "../domain/evidence.ts";
import type { Fact, FollowUpOf } from "../domain/follow-up.ts";
import type { Bilingual } from "../domain/language.ts";
import type { Severity } from "../domain/report.ts";
import type { Place } from "../report/place.ts";
import type { Point } from "../report/points.ts";
import type { Period } from "./reading.ts";

export const PARTICULARS = ["inspectedAt", "duration", "file", "product", "pictureSize", "versions"] as const;
export type Particular = (typeof PARTICULARS)[number];

/** They state no fact of the part and need no evidence. */
interface NoteFacts {
  notRecorded: object;
  whatIAnswer: object;
  greeting: object;
  frozen: { readonly inspection: string };
  numberNeeded: { readonly what: "threshold" | "alpha" };
  noSuchRegion: { readonly ordinal: number; readonly regions: number };
  noSuchEvidence: { readonly id: string };
  notDone: { readonly code: string };
  noEarlier: object;
  noFeedback: object;
  noHistory: object;
  noCases: object;
  noReference: object;
  noBoxes: object;
  noOpinion: object;
  noPassageFound: object;
}

interface FactFacts {
  /** Whether a verdict that was taken for granted is the recorded one. */
  confirmed: { readonly isSo: boolean; readonly of: Point<"verdict"> };
  severity: Severity;
  regionCount: { readonly regions: number };
  suspected: { readonly type: Bilingual | undefined; readonly isAsked: boolean | undefined };
  look: { readonly ordinal: number | undefined; readonly place: Place };
  hypothesis: { readonly found: FollowUpOf<"hypothesis"> };
  earlier: { readonly found: FollowUpOf<"inspection">; readonly type: Bilingual | undefined };
  statistics: {
    readonly found: FollowUpOf<"statistics">;
    readonly period: Period;
    readonly type: Bilingual | undefined;
  };
  feedback: { readonly found: FollowUpOf<"feedback">; readonly type: Bilingual | undefined };
  origin: { readonly found: FollowUpOf<"origin"> };
  particular: { readonly what: Particular; readonly found: FollowUpOf<"record"> };
  metadata: { readonly name: string; readonly value: string };
  evidenceItem: { readonly id: EvidenceId; readonly item: Fact };
  readersRan: { readonly readers: readonly string[] };
}

export type NoteKind = keyof NoteFacts;
export type FactKind = keyof FactFacts;

/** A note of one kind, or of any. */
export type Note<Kind extends NoteKind = NoteKind> = {
  [K in Kind]: { readonly note: K } & NoteFacts[K];
}[Kind];

/** A point of one kind, or of any; each with the evidence that carries it. */
export type ChatPoint<Kind extends FactKind = FactKind> = {
  [K in Kind]: { readonly say: K; readonly evidence: readonly EvidenceId[] } & FactFacts[K];
}[Kind];

/** One language: a sentence for every note and every point. */
export interface ChatPhrases {
  readonly notes: { readonly [Kind in NoteKind]: (note: Note<Kind>) => string };
  readonly points: { readonly [Kind in FactKind]: (point: ChatPoint<Kind>) => string };
}
