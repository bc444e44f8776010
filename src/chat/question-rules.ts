// What a sentence asks for. The first rule that applies decides.
import { VERDICTS, type VerdictKind } from "../domain/verdict.ts";
import { type Clue, isAbout, MOST_FOREIGN, type Rule } from "./clue.ts";
import {
  again,
  closerLook,
  explanation,
  manual,
  metadata,
  region,
  statistics,
  supposition,
} from "./detailed-question-rules.ts";
import type { Topic } from "./reading.ts";

const topic =
  (kind: Topic, when: (clue: Clue) => boolean): Rule =>
  (clue) =>
    when(clue) ? { kind } : undefined;

const verdictRule =
  (when: (clue: Clue) => boolean, isPressed: boolean): Rule =>
  (clue) =>
    when(clue) ? { kind: "verdict", claimed: claimOf(clue), isPressed } : undefined;

/** What is taken for granted: one verdict named, and not denied. */
const claimOf = ({ has }: Clue): VerdictKind | undefined => {
  const named = VERDICTS.filter((kind) => has(kind));
  return named.length === 1 && !has("not") ? named[0] : undefined;
};

export const RULES: readonly Rule[] = [
  ({ evidence }) => (evidence === undefined ? undefined : { kind: "evidence", id: evidence }),
  topic("help", ({ has }) => has("help") && !has("verdict", "threshold", "cause", "action")),
  verdictRule(
    ({ has }) => has("change") && has("verdict", "pass", "fail", "review", "retake") && !has("suppose"),
    true,
  ),
  supposition,
  statistics,
  explanation,
  again,
  closerLook,
  ({ inspection }) => (inspection === undefined ? undefined : { kind: "compare", other: inspection }),
  manual,
  ({ all, has }) =>
    all("compare", "before") && has("inspection", "product") ? { kind: "compare" } : undefined,
  topic(
    "history",
    ({ has, types }) =>
      has("before") && (has("action", "cause", "type") || (types.length > 0 && !has("inspection"))),
  ),
  topic("feedback", ({ has }) => has("feedback")),
  topic(
    "earlier",
    ({ has, foreign }) => has("before") && foreign <= MOST_FOREIGN && !has("prevent", "similar"),
  ),
  verdictRule(({ has }) => has("pressure") && has("pass", "fail", "review", "retake") && !has("why"), true),
  topic(
    "summary",
    ({ has, foreign }) => has("summary") && foreign <= MOST_FOREIGN && !has("outside") && !isNarrow(has),
  ),
  topic(
    "reference",
    (clue) =>
      (clue.has("reference") && !clue.has("references", "calibration", "howMany")) ||
      (clue.has("compare") && isAbout(clue) && !clue.has("similar", "score", "threshold")),
  ),
  topic("similar", (clue) => clue.has("similar") && isAbout(clue)),
  topic(
    "capture",
    (clue) => isAbout(clue) && (clue.has("capture") || (clue.has("picture") && clue.has("pass", "fail"))),
  ),
  topic("severity", (clue) => clue.has("severity") && isAbout(clue)),
  topic("prevention", (clue) => clue.has("prevent") && clue.foreign <= MOST_FOREIGN),
  topic("causes", (clue) => clue.has("cause") && isAbout(clue)),
  topic("next", (clue) => clue.has("next") && (isAbout(clue) || /\bwho\b|누가/iu.test(clue.text))),
  metadata,
  topic("actions", (clue) => clue.has("action") && !clue.has("why") && isAbout(clue)),
  topic(
    "calibration",
    (clue) =>
      isAbout(clue) &&
      clue.has("calibration", "alpha", "references") &&
      !clue.has("threshold", "score", "pValue"),
  ),
  topic("score", ({ has }) => has("score", "threshold", "pValue")),
  topic("boxes", (clue) => clue.has("boxes") && isAbout(clue)),
  topic("opinion", (clue) => clue.has("opinion") && isAbout(clue)),
  topic("readers", (clue) => clue.has("readers") && isAbout(clue)),
  topic("pictureSize", (clue) => clue.has("pixels") && !clue.has("region") && isAbout(clue)),
  ({ types, has, foreign }) =>
    types.length > 0 && foreign <= MOST_FOREIGN && !has("why", "where", "size", "howMany", "outside")
      ? { kind: "type", asked: types[0] }
      : undefined,
  ({ has, foreign }) =>
    has("type") && foreign <= MOST_FOREIGN && !has("outside") ? { kind: "type" } : undefined,
  topic(
    "reason",
    (clue) => clue.has("why") && (clue.has("pass", "fail", "review", "retake", "verdict") || isAbout(clue)),
  ),
  (clue) =>
    clue.has("outside") && !clue.has("verdict", "change") && !isPressedClaim(clue)
      ? { kind: "unknown" }
      : undefined,
  verdictRule(
    ({ has }) =>
      has("verdict", "pass", "fail", "review", "retake") &&
      !(has("where", "howMany", "size") && has("region")),
    false,
  ),
  topic("duration", (clue) => clue.has("duration") && isAbout(clue)),
  topic("inspectedAt", (clue) => clue.has("when") && isAbout(clue)),
  topic("file", (clue) => clue.has("file") && isAbout(clue)),
  topic("versions", (clue) => clue.has("version") && isAbout(clue)),
  (clue) => (isAbout(clue) ? region(clue) : undefined),
  topic("product", (clue) => clue.has("product") && isAbout(clue)),
  verdictRule(({ has }) => has("pressure", "change"), true),
  topic("greeting", ({ has }) => has("greeting")),
];

const isPressedClaim = ({ has }: Clue): boolean => has("pressure") && has(...VERDICTS);

/** Asked for one thing: "summarise the causes" is about causes. */
const isNarrow = (has: Clue["has"]): boolean =>
  has(
    "cause",
    "action",
    "prevent",
    "next",
    "similar",
    "capture",
    "type",
    "score",
    "threshold",
    "pValue",
    "severity",
    "where",
    "region",
    "reference",
    "calibration",
    "alpha",
    "boxes",
    "file",
    "when",
    "duration",
    "version",
    "pass",
    "fail",
    "why",
    "verdict",
    "size",
    "product",
    "references",
    "pixels",
    "opinion",
    "readers",
    "howMany",
  );
