// The English sentences of a conversation.

import type { FollowUpOf } from "../domain/follow-up.ts";
import { kindName } from "../report/evidence-facts.ts";
import * as write from "../report/numbers.ts";
import { EN_PHRASES } from "../report/phrases-en.ts";
import { quote } from "../report/quotations.ts";
import { readerName } from "../report/words.ts";
import { EN_WORDS } from "../report/words-en.ts";
import type { ChatPhrases, Particular } from "./points.ts";
import { statedFacts } from "./stated-facts.ts";
import type { Period } from "./reading.ts";

export const EN_CHAT: ChatPhrases = {
  notes: {
    notRecorded: () => "The record does not say that.",
    whatIAnswer: () =>
      "I answer from this inspection's record: the verdict and its reasons, the score, its threshold and p-value, regions and where they lie, the suspected defect type, similar cases, the comparison with a good picture, the capture, causes, actions and prevention with the pages of the manuals, earlier inspections and actions, statistics, and suppositions such as “what if the threshold were 0.4?” or “ignore region 1”.",
    greeting: () => "Ask me about this inspection.",
    frozen: ({ inspection }) =>
      `The record is frozen: no question or request changes its verdict. Whoever sees it otherwise records that with gumsa feedback ${inspection}.`,
    numberNeeded: ({ what }) =>
      what === "threshold"
        ? "Name the threshold that you want to suppose, for example: what if the threshold were 0.4?"
        : "Name the false-alarm rate that you want to suppose, for example: what if alpha were 1 %?",
    noSuchRegion: ({ ordinal, regions }) =>
      `There is no region ${ordinal}; the record has ${regions === 0 ? "no region" : regions === 1 ? "1 region" : `${regions} regions`}.`,
    noSuchEvidence: ({ id }) => `The record holds no evidence ${id}.`,
    notDone: ({ code }) => `That could not be looked up (${code}).`,
    noEarlier: () => "No earlier inspection of this product is recorded.",
    noFeedback: () => "Nobody has recorded an action or a rating for this inspection.",
    noHistory: () => "No earlier action for this defect type is recorded.",
    noCases: () => "The record names no similar case.",
    noReference: () => "The record holds no comparison with a good picture.",
    noBoxes: () => "The record holds no box for a phrase.",
    noOpinion: () => "No language model gave an opinion on this inspection.",
    noPassageFound: () => "The manuals do not answer that.",
  },
  points: {
    confirmed: ({ isSo, of }) => `${isSo ? "Yes." : "No."} ${EN_PHRASES.verdict(of)}`,
    severity: ({ level, ratio }) => {
      if (ratio !== undefined)
        return `The severity is ${level}: the score is ${write.quantity(ratio)} times the threshold. That tells how far it lies beyond the limit, not how dangerous it is.`;
      return level === "none"
        ? "There is no severity to state, because the score stays within the limit."
        : "The severity stays open until a person has decided.";
    },
    regionCount: ({ regions }) =>
      regions === 0
        ? "No region stands out from the good pictures."
        : regions === 1
          ? "1 region stands out."
          : `${regions} regions stand out.`,
    suspected: ({ type, isAsked }) => {
      if (!type) return "The record suspects no defect type.";
      if (isAsked === undefined) return `The suspected defect type is ${type.en}.`;
      return isAsked
        ? `Yes. The suspected defect type is ${type.en}.`
        : `The record does not suspect that type. The suspected one is ${type.en}.`;
    },
    look: ({ ordinal, place }) =>
      `${ordinal === undefined ? "The area" : `Region ${ordinal}`}, ${EN_WORDS.places[place]} of the picture, is cut out and enlarged below.`,
    hypothesis: ({ found }) => hypothesisText(found),
    earlier: ({ found, type }) => earlierText(found, type?.en),
    statistics: ({ found, period, type }) => statisticsText(found, period, type?.en),
    feedback: ({ found: { worker, action, rating, verdict, outcome, givenAt }, type }) =>
      [
        `On ${givenAt} ${worker} recorded the action ${quote(action)} with rating ${rating}`,
        ...(verdict ? [`a person confirmed: ${EN_WORDS.verdicts[verdict]}`] : []),
        ...(type ? [`confirmed type: ${type.en}`] : []),
        ...(outcome ? [`outcome: ${outcome}`] : []),
      ]
        .join("; ")
        .concat("."),
    origin: ({ found }) => originText(found),
    particular: ({ what, found }) => PARTICULARS_EN[what](found),
    metadata: ({ name, value }) => `The record gives ${name}: ${value}.`,
    evidenceItem: ({ id, item }) =>
      `${id} (${kindName(item.kind, "en")}): ${statedFacts(item, "en")
        .map(({ name, value }) => `${name} ${value}`)
        .join("; ")}.`,
    readersRan: ({ readers }) =>
      `These readers ran: ${readers.map((reader) => readerName(EN_WORDS, reader)).join(", ")}.`,
  },
};

/** Of a verdict that the score alone does not give. */
const WHY: Readonly<Record<string, string>> = {
  readers_disagree: " Another reader still disagrees, so that a person has to decide.",
  too_few_references: " There are too few good pictures to decide at that rate.",
  capture_unusable: " The capture does not allow a reading.",
};

const hypothesisText = ({
  supposed,
  verdict,
  distance,
  threshold,
  pValue,
  alpha,
  references,
  goodBeyond,
  reasons,
}: FollowUpOf<"hypothesis">): string => {
  const what = {
    threshold: () =>
      `with a threshold of ${supposed.what === "threshold" ? write.quantity(supposed.value) : ""}`,
    alpha: () => `with a false-alarm rate of ${write.percent(alpha)} %`,
    ignored: () =>
      supposed.what === "ignored" && supposed.region !== undefined
        ? `leaving region ${supposed.region} out`
        : "leaving that area out",
  }[supposed.what]();
  const [own, limit] =
    threshold === undefined ? [write.quantity(distance), ""] : write.distancePair(distance, threshold);
  const subject = supposed.what === "ignored" ? "the highest score of the rest" : "the score";
  const relation =
    threshold === undefined
      ? `${subject} is ${own}`
      : `${subject} ${own} ${distance > threshold ? "is above" : "does not exceed"} the threshold ${limit}`;
  const p = pValue === undefined ? "" : ` and the p-value is ${write.pValueBeside(pValue, alpha)}`;
  const good =
    goodBeyond === undefined
      ? ""
      : goodBeyond === 0
        ? ` None of the ${references} good pictures scores higher.`
        : ` Of the ${references} good pictures ${goodBeyond} score higher.`;
  return `Hypothetical, ${what} the verdict would be ${EN_WORDS.verdicts[verdict]}: ${relation}${p}.${good}${WHY[reasons[0] ?? ""] ?? ""}`;
};

const earlierText = (
  { inspection, inspectedAt, fileName, verdict, distance, threshold, actions }: FollowUpOf<"inspection">,
  type: string | undefined,
): string => {
  const score =
    distance === undefined
      ? ""
      : `, score ${write.quantity(distance)}${threshold === undefined ? "" : ` (threshold ${write.quantity(threshold)})`}`;
  const done = actions.length === 0 ? "" : `; action: ${actions.map(quote).join(", ")}`;
  return `Inspection ${inspection} (${inspectedAt}, ${fileName}): verdict ${EN_WORDS.verdicts[verdict]}${score}${type === undefined || verdict === "pass" ? "" : `, ${type}`}${done}.`;
};

const statisticsText = (
  { inspections, verdicts, ofType }: FollowUpOf<"statistics">,
  period: Period,
  type: string | undefined,
): string => {
  const split = (["pass", "fail", "review", "retake"] as const)
    .map((kind) => `${EN_WORDS.verdicts[kind]} ${verdicts[kind]}`)
    .join(", ");
  const ofThese =
    type === undefined || ofType === undefined
      ? ""
      : ` ${capitalised(type)} was suspected or confirmed in ${ofType} of them.`;
  return `${capitalised(periodText(period))}, ${inspections === 1 ? "1 inspection" : `${inspections} inspections`} of this product ${inspections === 1 ? "is" : "are"} recorded: ${split}.${ofThese}`;
};

const periodText = (period: Period): string =>
  typeof period === "object"
    ? "in the days asked about"
    : {
        today: "today",
        yesterday: "yesterday",
        week: "this week",
        lastWeek: "last week",
        month: "this month",
        all: "so far",
      }[period];

const originText = (found: FollowUpOf<"origin">): string => {
  const { of, held, field, value, references, atLeastAsHigh, rank, formula, model, bank, isRecomputed } =
    found;
  const again =
    isRecomputed === undefined
      ? " The good pictures' scores behind it are no longer kept, because the memory bank was built anew since."
      : isRecomputed
        ? " Computed anew from the stored scores it is the same."
        : "";
  if (of === "pValue")
    return `The p-value ${write.pValue(value)} of ${held} is ${formula}: of ${references} good pictures, each scored against a bank built without it, ${atLeastAsHigh} score at least as high as this picture.${again}`;
  if (of === "threshold")
    return `The threshold ${write.quantity(value)} of ${held} is number ${rank} from the top among the scores of ${references} good pictures, each scored against a bank built without it.${again}`;
  if (of === "distance")
    return `The score ${write.quantity(value)} of ${held} is the highest value of the distance map: how far the most unusual place of the picture lies from everything in the memory bank of good parts (model ${model}, bank ${bank}).`;
  return `${write.quantity(value)} is the value “${field}” of ${held}.`.replaceAll(/[“”]/gu, "'");
};

const PARTICULARS_EN: Readonly<Record<Particular, (found: FollowUpOf<"record">) => string>> = {
  inspectedAt: ({ inspectedAt }) => `The inspection was made on ${inspectedAt}.`,
  duration: ({ totalMs }) =>
    totalMs === undefined ? "How long it took is not recorded." : `It took ${Math.round(totalMs)} ms.`,
  file: ({ files }) => `The inspected file is ${files.join(", ")}.`,
  product: ({ product }) => (product === undefined ? "No product was named." : `The product is ${product}.`),
  pictureSize: ({ widthPx, heightPx }) => `The picture measures ${widthPx} × ${heightPx} px.`,
  versions: ({ versions }) =>
    `Versions: ${versions.map(({ name, value }) => `${name} ${value}`).join(", ")}.`,
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
