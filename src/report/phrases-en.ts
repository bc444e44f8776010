// The English sentence of every point.
import { FALSE_ALARM_CONFIDENCE } from "../domain/evidence.ts";
import { HISTORY_CONFIDENCE, type PastAction } from "../domain/history.ts";
import type { VerdictReason } from "../domain/verdict.ts";
import * as write from "./numbers.ts";
import { OPINION_LABELS } from "./opinions.ts";
import type { ManualSection, Phrases, Point } from "./points.ts";
import { quote } from "./quotations.ts";
import { reasonInEnglish } from "./reasons.ts";
import { readerName } from "./words.ts";
import { EN_WORDS } from "./words-en.ts";

export const EN_PHRASES: Phrases = {
  summary: ({ verdict, reasons, product, types, regions, place }) => {
    const parts = [
      REASONS_IN_BRIEF[reasons[0] ?? "nothing_found"],
      ...(place === undefined ? [] : [regionsInBrief(regions, EN_WORDS.places[place])]),
      ...(types.length === 0 ? [] : [`${listed(types.map(({ en }) => en))} is suspected`]),
    ];
    return `${product?.en ?? "Capture only"}: ${EN_WORDS.verdicts[verdict]}. ${capitalised(parts.join("; "))}.`;
  },
  verdict: ({ verdict, reasons }) =>
    `The verdict is ${EN_WORDS.verdicts[verdict]}, because ${reasons.map((reason) => REASONS[reason]).join(" and ")}.`,
  score: (point) => `${scoreClause(point)}, and its p-value is ${pValueClause(point)}.`,
  highestGood: ({ distance, highestGood, references }) => {
    const [own, good] = write.distancePair(distance, highestGood);
    const relation = distance > highestGood ? "lies beyond that" : "does not exceed that";
    return `The highest score among ${counted(references)} is ${good}; this picture's ${own} ${relation}.`;
  },
  promise: ({ alpha, references, falseAlarmBound }) => {
    const bound =
      falseAlarmBound === undefined
        ? ""
        : `, below ${percent(falseAlarmBound)} with ${percent(FALSE_ALARM_CONFIDENCE)} confidence`;
    return `The test is calibrated on ${counted(references)} to fail about ${percent(alpha)} of good parts by mistake${bound}, as long as captures stay exchangeable with the references.`;
  },
  reviewRate: ({ readers, alpha }) =>
    `Besides, about ${percent(alpha)} of good parts are sent to review by each of: ${readers.map((reader) => EN_WORDS.readers[reader]).join(", ")}. Their rates add up; only the anomaly test can fail a part.`,
  tooFewReferences: ({ references, needed, alpha }) =>
    `With ${counted(references)} no p-value can reach ${percent(alpha)}: the test needs ${counted(needed)} for ${percent(alpha)}.`,
  region: ({ ordinal, place, box, distance, label }) =>
    `Region ${ordinal}${label === undefined ? "" : ` (${label.en})`} lies ${EN_WORDS.places[place]} of the picture (x ${write.pixels(box.x)}, y ${write.pixels(box.y)}), measures ${write.pixels(box.width)} × ${write.pixels(box.height)} px and reaches a distance of ${write.quantity(distance)}.`,
  referenceRegion: ({ ordinal, place, box, distance }) =>
    `Region ${ordinal} lies ${EN_WORDS.places[place]} of the picture (x ${write.pixels(box.x)}, y ${write.pixels(box.y)}), measures ${write.pixels(box.width)} × ${write.pixels(box.height)} px and differs from the good picture by up to ${write.quantity(distance)} (1 minus SSIM).`,
  moreRegions: ({ total }) =>
    `There are ${total} suspicious regions in all; those not described here are in the list of regions.`,
  noRegions: () => "No region of the picture stands out from the good pictures.",
  alignment: ({ fileName, alignment: { dxPx, dyPx, rotationDegrees, scale, score }, meanSsim }) =>
    `The good picture ${fileName}, moved by ${write.quantity(dxPx)} px and ${write.quantity(dyPx)} px, turned by ${write.quantity(rotationDegrees)}° and scaled by ${write.quantity(scale)}, fits this picture with an edge agreement of ${write.quantity(score)}; the mean structural similarity (SSIM) of the two is ${write.quantity(meanSsim)}.`,
  difference: ({ distance, threshold, references, pValue, alpha }) => {
    const [own, limit] = write.distancePair(distance, threshold ?? distance);
    const beside = threshold === undefined ? "" : ` beside a threshold of ${limit}`;
    const relation =
      pValue <= alpha
        ? "more than good pictures differ from each other"
        : "no more than good pictures differ from each other";
    return `The two differ by up to ${own}${beside}, which is ${relation} (${references} pairs, p-value ${write.pValueBeside(pValue, alpha)}).`;
  },
  capture: ({ grade, references, isDegraded }) => {
    const found = isDegraded ? "degradations were found" : "no degradation was found";
    const basis = references === 0 ? "The" : `Compared with ${counted(references)} of this product, the`;
    return `${basis} capture is graded ${EN_WORDS.grades[grade]}, and ${found}.`;
  },
  degradation: ({ degradation, severity, statistic, usual, motion, part }) => {
    const { name, value, unit } = statistic;
    const range =
      usual === undefined
        ? ""
        : `; on good pictures its median is ${measured(usual.median, unit)} and it runs from ${write.quantity(usual.low)} to ${measured(usual.high, unit)}`;
    const way =
      motion === undefined ? "" : `, ${motion.lengthPx} px at ${motion.angleDegrees}° from the horizontal`;
    const where =
      part === undefined
        ? "over the whole picture"
        : `${EN_WORDS.places[part.place]} of the picture (x ${write.pixels(part.box.x)}, y ${write.pixels(part.box.y)}, ${write.pixels(part.box.width)} × ${write.pixels(part.box.height)} px)`;
    return `The picture shows ${EN_WORDS.degradations[degradation].name} of severity ${percent(severity)}${way}, ${where} (${name}: ${measured(value, unit)}${range}).`;
  },
  caseNearness: ({ pValue, alpha, references, cases }) =>
    `Among ${counted(references)} of this product, coming as near as this picture to one of the known cases (${cases} are stored) has a p-value of ${pValueClause({ pValue, alpha })}.`,
  similarCase: ({ caseId, type, asked, similarity }) =>
    `Of the known cases ${caseId} (${type.en}) is most like ${askedWords(asked)}, with a similarity of ${write.quantity(similarity)}.`,
  groundedBox: ({ words, isNegated, type, box, pValue, alpha, references, isSupported }) => {
    const asked = isNegated ? ", although the phrase denies it" : "";
    const support = isSupported
      ? "the anomaly map supports the box"
      : "the anomaly map does not support the box, so it is not counted in the verdict";
    return `The place at x ${write.pixels(box.x)}, y ${write.pixels(box.y)} of ${write.pixels(box.width)} × ${write.pixels(box.height)} px looks more like ${type?.en ?? words} than any place of good parts usually does${asked} (p-value ${write.pValueBeside(pValue, alpha)}, ${counted(references)}); ${support}.`;
  },
  unknownPhrases: ({ phrases, model }) =>
    `These phrases were not looked for, because ${model === undefined ? "this product's types and cases do" : `${model} does`} not cover them: ${phrases.join(", ")}.`,
  suspectedType: ({ type, nearest, agreeing, similarity }) =>
    `${agreeing} of the ${nearest} cases most like the strongest place are of the type ${type.en} (similarity up to ${write.quantity(similarity)}), so this type is suspected.`,
  readerFailed: ({ reader, reason }) =>
    `The reader for ${readerName(EN_WORDS, reader)} failed (${reasonInEnglish(reason)}).`,
  readersSkipped: ({ readers }) =>
    `These readers did not run: ${readers.map(({ reader, reason }) => `${readerName(EN_WORDS, reader)} (${reasonInEnglish(reason)})`).join(", ")}.`,
  captureOnly: () => "No product was named, so only the capture itself was assessed.",
  opinion: ({ model, text }) =>
    `The ${OPINION_LABELS.en} (${model}), which is not counted in the verdict: ${text}`,
  passage: ({ section, defectType, document, revision, page, quotation }) =>
    `${subject(section, defectType?.en)}, ${document} (revision ${revision}, page ${page}) says: ${quote(quotation)}`,
  typeUndetermined: () =>
    "No defect type was determined, so the manuals' passages are listed for each type of this product.",
  typesWithoutPassage: ({ section, types }) =>
    `For ${listed(types.map(({ en }) => en))} the manuals have no passage on ${TOPICS[section]}.`,
  noPassage: ({ section }) => `The manuals have no passage on ${TOPICS[section]} for this part.`,
  manualsNotAsked: ({ why }) =>
    why === "retake"
      ? "Whether the part itself has a defect cannot be said from this picture, so the manuals were not consulted."
      : "No product was named, so no manual was consulted and no cause in the part can be stated.",
  noCause: () => "There is no finding beyond the limit, so there is no cause to look for.",
  causeOpen: () => "The cause stays open until a person has decided on this part.",
  captureCause: ({ degradation }) => {
    const { name, cause } = EN_WORDS.degradations[degradation];
    return `${capitalised(name)} arises ${cause}.`;
  },
  captureCauseUnknown: () => "The capture was graded unusable; no single degradation explains it.",
  nextStep: ({ verdict, hasRegions }) => NEXT_STEPS[verdict](hasRegions),
  retakeAdvice: ({ degradation }) => {
    const { name, advice } = EN_WORDS.degradations[degradation];
    return `Against ${name}, ${advice}; then take the picture again.`;
  },
  addReferences: ({ references, needed, alpha }) =>
    `Add good pictures to this product until there are at least ${needed} (now ${references}), so that the test can decide at ${percent(alpha)}.`,
  pastAction: ({ type, past }) =>
    `For ${type.en} on this product ${quote(past.action)} was recorded ${past.times === 1 ? "1 time" : `${past.times} times`}; ${outcomes(past)}.`,
  repairReader: ({ reader }) =>
    `Resolve the failure of ${readerName(EN_WORDS, reader)}, then inspect the picture again.`,
  nameProduct: () => "Name the product and inspect the picture again to get a decision on the part.",
  keepConditions: ({ hasReferences }) =>
    hasReferences
      ? "Keep light, distance, focus and position as in the good pictures; after a change of any of them, add new good pictures."
      : "Keep light, distance, focus and position the same for every capture.",
  preventDegradation: ({ degradation }) => {
    const { name, prevention } = EN_WORDS.degradations[degradation];
    return `To keep ${name} from returning, ${prevention}.`;
  },
  nothingSupported: () => "No statement for this section passed the check against the evidence.",
};

const REASONS: Readonly<Record<VerdictReason, string>> = {
  capture_unusable: "the capture cannot be used for a decision",
  no_deciding_reader: "no reader that can fail a part has run",
  anomaly_beyond_alpha: "the anomaly score lies beyond what good parts show",
  too_few_references: "there are too few good pictures for a statistical decision",
  readers_disagree: "the readers disagree",
  nothing_found: "nothing was found that sets the part apart from good ones",
};

const REASONS_IN_BRIEF: Readonly<Record<VerdictReason, string>> = {
  capture_unusable: "the picture cannot be used for a decision",
  no_deciding_reader: "nothing that could fail a part has run",
  anomaly_beyond_alpha: "the part differs from good ones beyond the limit",
  too_few_references: "there are too few good pictures to decide",
  readers_disagree: "the readers disagree, so a person decides",
  nothing_found: "nothing sets the part apart from good ones",
};

const regionsInBrief = (count: number, place: string): string =>
  count === 1
    ? `1 region stands out, ${place} of the picture`
    : `${count} regions stand out, the strongest ${place} of the picture`;

const outcomes = ({ judged, solved, solvedShare, solvedLow, solvedHigh }: PastAction): string => {
  if (solvedShare === undefined || solvedLow === undefined || solvedHigh === undefined)
    return "no outcome was confirmed";
  return `a confirmed outcome is known for ${judged}, of which ${solved} solved the matter (${percent(solvedShare)}, ${percent(HISTORY_CONFIDENCE)} interval ${percent(solvedLow)} to ${percent(solvedHigh)})`;
};

const NEXT_STEPS: Readonly<Record<Point<"nextStep">["verdict"], (hasRegions: boolean) => string>> = {
  pass: () => "Release the part to the next step.",
  fail: (hasRegions) =>
    hasRegions
      ? "Set the part aside as nonconforming and examine the marked regions on the part itself."
      : "Set the part aside as nonconforming and examine it by eye.",
  review: (hasRegions) =>
    hasRegions
      ? "Hold the part; a person examines the marked regions and decides."
      : "Hold the part; a person examines it and decides.",
  retake: () =>
    "Hold the part, put the capture right and take the picture again; do not judge from this one.",
};

const TOPICS: Readonly<Record<ManualSection, string>> = {
  causes: "causes",
  actions: "actions",
  prevention: "prevention",
};

const subject = (section: ManualSection | undefined, type: string | undefined): string => {
  if (section === undefined) return type === undefined ? "On this product" : `On ${type}`;
  return type === undefined ? `On ${TOPICS[section]}` : `On ${TOPICS[section]} of ${type}`;
};

const scoreClause = ({ distance, threshold }: Point<"score">): string => {
  if (threshold === undefined) {
    return `The anomaly score is ${write.quantity(distance)}, for which there is no threshold yet`;
  }
  const [own, limit] = write.distancePair(distance, threshold);
  return `The anomaly score of ${own} ${distance > threshold ? "lies above" : "does not exceed"} the threshold of ${limit}`;
};

const askedWords = (asked: Point<"similarCase">["asked"]): string => {
  if (asked === "whole") return "the picture as a whole";
  return asked === "spot" ? "its most unusual place" : `region ${asked}`;
};

const pValueClause = ({ pValue, alpha }: Pick<Point<"score">, "pValue" | "alpha">): string =>
  `${write.pValueBeside(pValue, alpha)}, ${pValue <= alpha ? "not above" : "above"} the significance level of ${write.alpha(alpha)}`;

const percent = (share: number): string => `${write.percent(share)} %`;

const counted = (pictures: number): string => `${pictures} good picture${pictures === 1 ? "" : "s"}`;

const measured = (value: number, unit: string): string =>
  unit === "" ? write.quantity(value) : `${write.quantity(value)} ${unit}`;

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
