// What an answer must say, computed from the record alone. Nothing here knows the code that answers.
import type { AnomalyEvidence } from "../../../src/domain/evidence.ts";
import type { Inspection } from "../../../src/domain/inspection.ts";
import type { Product } from "../../../src/domain/product.ts";
import type { VerdictKind } from "../../../src/domain/verdict.ts";

export interface Recorded {
  readonly inspection: Inspection;
  readonly product: Product;
  /** All inspections of the run, made on the same day. */
  readonly all: readonly Inspection[];
}

/** Everything named must be in the answer. */
export interface Expectation {
  readonly verdict?: VerdictKind;
  /** Each in one of the ways given. */
  readonly numbers?: readonly number[];
  readonly words?: readonly (readonly string[])[];
  /** It must say that the record has nothing on it, and state no fact. */
  readonly isUnrecorded?: true;
}

type Rule = (recorded: Recorded) => Expectation | undefined;

/** By the name in the questions' file. Undefined: this record cannot answer it. */
export const EXPECTATIONS: Readonly<Record<string, Rule>> = {
  verdict: ({ inspection }) => ({ verdict: inspection.verdict.kind }),
  unrecorded: () => ({ isUnrecorded: true }),
  distance: (of) => anomaly(of, ({ distance }) => distance),
  threshold: (of) => anomaly(of, ({ threshold }) => threshold),
  pValue: (of) => anomaly(of, ({ pValue }) => pValue),
  alpha: (of) => anomaly(of, ({ alpha }) => alpha),
  references: (of) => anomaly(of, ({ references }) => references),
  falseAlarmBound: (of) => anomaly(of, ({ falseAlarmBound }) => falseAlarmBound),
  regionCount: ({ inspection }) => ({ numbers: [inspection.regions.length] }),
  regionBox: ({ inspection: { regions } }) => {
    const [first] = regions;
    return first && { numbers: [first.x, first.y, first.width, first.height].map(Math.round) };
  },
  suspectedType: ({ inspection, product }) => {
    const code = kindOf(inspection, "similarity")?.defectType;
    const type = product.types.find((known) => known.code === code);
    return type && { words: [[type.names.ko, type.names.en]] };
  },
  nearestCase: ({ inspection }) => {
    const similar = inspection.evidence.filter((item) => item.kind === "similar");
    const nearest = similar.toSorted((one, other) => other.similarity - one.similarity)[0];
    return nearest && { words: [[nearest.caseId]], numbers: [nearest.similarity] };
  },
  referenceFile: ({ inspection }) => wordsOf(kindOf(inspection, "reference")?.fileName),
  meanSsim: ({ inspection }) => numberOf(kindOf(inspection, "reference")?.meanSsim),
  captureGrade: ({ inspection: { capture } }) => ({ words: [GRADES[capture.grade]] }),
  pictureSize: ({ inspection }) => ({
    numbers: inspection.images.slice(0, 1).flatMap(({ image }) => [image.widthPx, image.heightPx]),
  }),
  file: ({ inspection }) => wordsOf(inspection.images[0]?.fileName),
  day: ({ inspection }) => wordsOf(inspection.createdAt.slice(0, 10)),
  model: ({ inspection }) =>
    wordsOf(
      Object.keys(inspection.versions)
        .find((name) => name.startsWith("model:"))
        ?.slice(6),
    ),
  product: ({ product }) => ({ words: [[product.names.ko, product.names.en, product.id]] }),
  duration: ({ inspection }) =>
    numberOf(inspection.timingsMs.total === undefined ? undefined : Math.round(inspection.timingsMs.total)),
  causesPage: (of) => passage(of, "causes"),
  actionsPage: (of) => passage(of, "actions"),
  preventionPage: (of) => passage(of, "prevention"),
  severity: (of) => anomaly(of, ({ distance, threshold }) => threshold && distance / threshold),
  supposeHigh: (of) => supposed(of, 5),
  supposeLow: (of) => supposed(of, 0.1),
  pFormula: (of) =>
    anomaly(of, ({ pValue, references }) => Math.round(pValue * (references + 1)) - 1, "references"),
  thresholdOrigin: (of) =>
    anomaly(of, ({ alpha, references }) => Math.floor(alpha * (references + 1) + 1e-9), "references"),
  inspectionsToday: ({ all }) => ({
    numbers: [all.length, all.filter(({ verdict }) => verdict.kind === "fail").length],
  }),
  noFeedback: () => ({ words: [["Nobody", "No ", "nobody", "no one", "없"]] }),
};

const kindOf = <Kind extends Inspection["evidence"][number]["kind"]>(
  { evidence }: Inspection,
  kind: Kind,
): Extract<Inspection["evidence"][number], { kind: Kind }> | undefined =>
  evidence.find((item): item is Extract<typeof item, { kind: Kind }> => item.kind === kind);

const numberOf = (value: number | undefined): Expectation | undefined =>
  value === undefined ? undefined : { numbers: [value] };

const wordsOf = (word: string | undefined): Expectation | undefined =>
  word === undefined ? undefined : { words: [[word]] };

const anomaly = (
  { inspection }: Recorded,
  read: (item: AnomalyEvidence) => number | undefined,
  also?: "references",
): Expectation | undefined => {
  const item = kindOf(inspection, "anomaly");
  const value = item && read(item);
  if (!item || value === undefined) return undefined;
  return { numbers: also ? [value, item[also]] : [value] };
};

/** A higher limit fails nothing; then it is up to the other readers' own p-values. */
const supposed = ({ inspection }: Recorded, limit: number): Expectation | undefined => {
  const score = kindOf(inspection, "anomaly");
  if (!score) return undefined;
  if (score.distance > limit) return { verdict: "fail", numbers: [limit] };
  const objects = inspection.evidence.some(
    (item) =>
      ((item.kind === "similarity" || (item.kind === "reference" && item.choice === "nearest")) &&
        item.pValue <= item.alpha) ||
      (item.kind === "grounded" && item.isSupported && item.pValue <= item.alpha),
  );
  return { verdict: objects ? "review" : "pass", numbers: [limit] };
};

const passage = ({ inspection }: Recorded, section: string): Expectation | undefined => {
  const found = inspection.evidence.find((item) => item.kind === "manual" && item.section === section);
  return found?.kind === "manual" ? { words: [[found.document]], numbers: [found.page] } : undefined;
};

const GRADES = {
  usable: ["usable", "양호"],
  limited: ["limited", "제한적"],
  unusable: ["unusable", "판독 불가"],
} as const;
