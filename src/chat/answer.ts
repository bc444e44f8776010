// From what was asked to what is said, without a language model: each intent picks points of the report's plan, or
// points of its own on what the tools found. Nothing is said that is not in the record or found just now.
import type { DefectCode } from "../domain/defect-type.ts";
import type { Fact } from "../domain/follow-up.ts";
import type { Bilingual } from "../domain/language.ts";
import { placeOf } from "../report/place.ts";
import { planReport } from "../report/plan.ts";
import { captureEvidence, evidenceOfKind, idsOf, verdictEvidence } from "../report/plan-evidence.ts";
import { typeNames } from "../report/plan-manual.ts";
import type { Point, PointKind } from "../report/points.ts";
import { type Ground, groundFacts } from "./ground.ts";
import type { ChatPoint, Note, Particular } from "./points.ts";
import type { Intent, IntentKind, IntentOf } from "./reading.ts";

export interface Answering extends Ground {
  /** What the tools found for this question, by id. */
  readonly found: readonly Fact[];
  /** Why a tool could not do it: codes of the error table. */
  readonly failed: readonly string[];
}

export type Said = Point | ChatPoint | Note;

/** Never empty. */
export const answerPoints = (intent: Intent, answering: Answering): readonly Said[] => {
  const points = pointsOf(intent, answering);
  if (points.length > 0) return points;
  const [code] = answering.failed;
  return code === undefined ? [{ note: "notRecorded" }] : [{ note: "notDone", code }];
};

const pointsOf = <Kind extends IntentKind>(intent: IntentOf<Kind>, answering: Answering): readonly Said[] => {
  const answer: Answer<Kind> = ANSWERS[intent.kind as Kind]; // the intent's own kind
  return answer(intent, answering);
};

type Answer<Kind extends IntentKind> = (intent: IntentOf<Kind>, answering: Answering) => readonly Said[];

const planOf = (ground: Ground) => planReport(groundFacts(ground));

const status = (ground: Ground, ...kinds: readonly PointKind[]): readonly Point[] =>
  planOf(ground).sections.status.filter(({ kind }) => kinds.includes(kind));

const found = <Kind extends Fact["kind"]>(
  { found: facts }: Answering,
  kind: Kind,
): readonly Extract<Fact, { kind: Kind }>[] =>
  facts.filter((fact): fact is Extract<Fact, { kind: Kind }> => fact.kind === kind);

const names = (ground: Ground, code: DefectCode | undefined): Bilingual | undefined =>
  typeNames(groundFacts(ground), code);

const verdict: Answer<"verdict"> = ({ claimed, isPressed }, ground) => {
  const { id, verdict: recorded } = ground.inspection;
  const said = status(ground, "verdict").map((point): Said => {
    if (claimed === undefined || point.kind !== "verdict") return point;
    return { say: "confirmed", isSo: claimed === recorded.kind, of: point, evidence: point.evidence };
  });
  return [
    ...said,
    ...status(ground, "score"),
    ...(isPressed ? [{ note: "frozen" as const, inspection: id }] : []),
  ];
};

/** What speaks for the verdict; of readers that disagree, those that object. */
const reason: Answer<"reason"> = (_, ground) => {
  const { verdict: recorded } = ground.inspection;
  if (recorded.kind === "retake") return [...status(ground, "verdict", "capture", "degradation")];
  const objecting = recorded.reasons.includes("readers_disagree")
    ? status(ground, "difference", "caseNearness", "groundedBox").filter(
        (point) => "pValue" in point && point.pValue <= point.alpha,
      )
    : [];
  const shown = status(ground, "region", "referenceRegion", "suspectedType");
  return [
    ...status(ground, "verdict", "score", "readersSkipped", "readerFailed", "tooFewReferences"),
    ...objecting,
    ...(recorded.kind === "pass" ? [] : shown),
  ];
};

const regions: Answer<"region"> = ({ ordinal }, ground) => {
  const known = ground.inspection.regions.length;
  const points = status(ground, "region", "referenceRegion", "moreRegions", "noRegions");
  if (ordinal === undefined) return points;
  if (ordinal > known || ordinal < 1) return [{ note: "noSuchRegion", ordinal, regions: known }];
  return points.filter((point) => "ordinal" in point && point.ordinal === ordinal);
};

const type: Answer<"type"> = ({ asked }, ground) => {
  const facts = groundFacts(ground);
  const [nearness] = evidenceOfKind(facts, "similarity");
  const isSuspicious = facts.verdict.kind === "fail" || facts.verdict.kind === "review";
  const code = isSuspicious ? nearness?.defectType : undefined;
  const evidence = nearness ? [nearness.id] : verdictEvidence(facts);
  const suspected: Said = {
    say: "suspected",
    type: names(ground, code),
    isAsked: asked === undefined ? undefined : asked === code,
    evidence,
  };
  return [suspected, ...(code === undefined ? [] : status(ground, "suspectedType"))];
};

const particular =
  (what: Particular) =>
  (_: Intent, answering: Answering): readonly Said[] =>
    found(answering, "record").map((record) => ({
      say: "particular",
      what,
      found: record,
      evidence: [record.id],
    }));

const orNote = (points: readonly Said[], note: Note): readonly Said[] =>
  points.length > 0 ? points : [note];

const hypothesis = (_: Intent, answering: Answering): readonly Said[] =>
  found(answering, "hypothesis").map((fact) => ({ say: "hypothesis", found: fact, evidence: [fact.id] }));

const earlier = (answering: Answering): readonly Said[] =>
  found(answering, "inspection").map((fact) => ({
    say: "earlier",
    found: fact,
    type: names(answering, fact.defectType),
    evidence: [fact.id],
  }));

const missingRegion = (
  { ordinal, box }: IntentOf<"look" | "ignore">,
  { inspection }: Ground,
): readonly Said[] => {
  const known = inspection.regions.length;
  const asked = ordinal ?? 1;
  return box === undefined && asked > known ? [{ note: "noSuchRegion", ordinal: asked, regions: known }] : [];
};

const look: Answer<"look"> = (intent, answering) => {
  const [picture] = groundFacts(answering).images;
  const points = found(answering, "look").flatMap((fact): Said[] =>
    picture
      ? [{ say: "look", ordinal: fact.region, place: placeOf(fact.box, picture), evidence: [fact.id] }]
      : [],
  );
  const ordinal = intent.ordinal ?? 1;
  const region = intent.box ? [] : regions({ kind: "region", ordinal }, answering);
  return points.length > 0 ? [...points, ...region] : missingRegion(intent, answering);
};

const ANSWERS: { readonly [Kind in IntentKind]: Answer<Kind> } = {
  verdict,
  reason,
  region: regions,
  type,
  look,
  ignore: (intent, answering) => [
    ...hypothesis(intent, answering),
    ...(answering.failed.length > 0 ? missingRegion(intent, answering) : []),
  ],
  suppose: (intent, answering) =>
    intent.value === undefined
      ? [{ note: "numberNeeded", what: intent.what }]
      : hypothesis(intent, answering),
  summary: (_, ground) => {
    const { summary, next } = planOf(ground);
    return [summary, ...status(ground, "score"), next.point];
  },
  score: (_, ground) => status(ground, "score", "highestGood"),
  calibration: (_, ground) => status(ground, "promise", "tooFewReferences", "highestGood"),
  regionCount: (_, ground) => {
    const known = ground.inspection.regions;
    const facts = groundFacts(ground);
    const supporting = [...new Set(known.flatMap(({ supportedBy }) => supportedBy))];
    const evidence = supporting.length > 0 ? supporting : verdictEvidence(facts);
    return [
      { say: "regionCount", regions: known.length, evidence },
      ...status(ground, "region", "referenceRegion"),
    ];
  },
  similar: (_, ground) => {
    const { verdict: recorded } = ground.inspection;
    const facts = groundFacts(ground);
    const all = {
      ...ground,
      inspection: { ...ground.inspection, verdict: { ...recorded, kind: "fail" as const } },
    };
    // What a report of a passed part leaves out is told to someone who asks for it.
    const cases = recorded.kind === "pass" ? status(all, "similarCase") : status(ground, "similarCase");
    const nearness = status(ground, "caseNearness");
    return orNote(evidenceOfKind(facts, "similar").length > 0 ? [...cases, ...nearness] : nearness, {
      note: "noCases",
    });
  },
  reference: (_, ground) => orNote(status(ground, "alignment", "difference"), { note: "noReference" }),
  capture: (_, ground) => status(ground, "capture", "degradation"),
  causes: (_, ground) => planOf(ground).sections.causes,
  actions: (_, ground) => planOf(ground).sections.actions,
  prevention: (_, ground) => planOf(ground).sections.prevention,
  next: (_, ground) => [planOf(ground).next.point],
  severity: (_, ground) => {
    const facts = groundFacts(ground);
    return [{ say: "severity", ...planOf(ground).severity, evidence: verdictEvidence(facts) }];
  },
  boxes: (_, ground) => orNote(status(ground, "groundedBox", "unknownPhrases"), { note: "noBoxes" }),
  opinion: (_, ground) => orNote(status(ground, "opinion"), { note: "noOpinion" }),
  readers: (_, ground) => {
    const ran = Object.entries(ground.inspection.readers)
      .filter(([, { status: how }]) => how === "ran")
      .map(([reader]) => reader);
    const facts = groundFacts(ground);
    const evidence = [...captureEvidence(facts), ...idsOf(evidenceOfKind(facts, "anomaly"))];
    return [
      { say: "readersRan", readers: ran, evidence },
      ...status(ground, "readersSkipped", "readerFailed"),
    ];
  },
  history: (_, answering) => {
    const points = found(answering, "history").flatMap(({ id, defectType, actions }): Said[] =>
      actions.slice(0, 3).map((past) => ({
        kind: "pastAction",
        type: names(answering, defectType) ?? { ko: defectType, en: defectType },
        past,
        evidence: [id],
      })),
    );
    return orNote(points, { note: "noHistory" });
  },
  feedback: (_, answering) =>
    orNote(
      found(answering, "feedback").map((fact) => ({
        say: "feedback",
        found: fact,
        type: names(answering, fact.type),
        evidence: [fact.id],
      })),
      { note: "noFeedback" },
    ),
  earlier: (_, answering) => orNote(earlier(answering), { note: "noEarlier" }),
  compare: (_, answering) => {
    const others = earlier(answering);
    if (others.length === 0) return answering.failed.length > 0 ? [] : [{ note: "noEarlier" }];
    return [...status(answering, "verdict", "score"), ...others];
  },
  statistics: ({ period, type: asked }, answering) =>
    found(answering, "statistics").map((fact) => ({
      say: "statistics",
      found: fact,
      period,
      type: names(answering, asked),
      evidence: [fact.id],
    })),
  explain: (_, answering) =>
    found(answering, "origin").map((fact) => ({
      say: "origin",
      found: fact,
      evidence: [fact.id, fact.held],
    })),
  manual: (_, answering) =>
    orNote(
      found(answering, "manual").map((fact) => ({
        kind: "passage",
        section: fact.section,
        defectType: names(answering, fact.defectType),
        document: fact.document,
        revision: fact.revision,
        page: fact.page,
        quotation: fact.quotation,
        evidence: [fact.id],
      })),
      { note: "noPassageFound" },
    ),
  evidence: ({ id }, { inspection, found: known }) => {
    const item = [...inspection.evidence, ...known].find((fact) => fact.id === id);
    if (!item) return [{ note: "noSuchEvidence", id }];
    return [{ say: "evidenceItem", id, item, evidence: [id] }];
  },
  metadata: ({ words }, answering) =>
    found(answering, "record").flatMap(({ id, metadata }) =>
      metadata
        .filter(({ name }) => name === words)
        .map(({ name, value }) => ({ say: "metadata" as const, name, value, evidence: [id] })),
    ),
  versions: particular("versions"),
  inspectedAt: particular("inspectedAt"),
  duration: particular("duration"),
  file: particular("file"),
  product: particular("product"),
  pictureSize: particular("pictureSize"),
  help: () => [{ note: "whatIAnswer" }],
  greeting: () => [{ note: "greeting" }, { note: "whatIAnswer" }],
  unknown: () => [{ note: "notRecorded" }, { note: "whatIAnswer" }],
};
