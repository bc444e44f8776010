// The Korean sentences of a conversation.
import type { FollowUpOf } from "../domain/follow-up.ts";
import { kindName } from "../report/evidence-facts.ts";
import * as write from "../report/numbers.ts";
import { withParticle } from "../report/particles.ts";
import { KO_PHRASES } from "../report/phrases-ko.ts";
import { quote } from "../report/quotations.ts";
import { readerName } from "../report/words.ts";
import { KO_WORDS } from "../report/words-ko.ts";
import type { ChatPhrases, Particular } from "./points.ts";
import { statedFacts } from "./stated-facts.ts";
import type { Period } from "./reading.ts";

export const KO_CHAT: ChatPhrases = {
  notes: {
    notRecorded: () => "그 내용은 기록에 없습니다.",
    whatIAnswer: () =>
      "이 검사의 기록을 바탕으로 판정과 그 이유, 점수·기준값·p값, 의심 영역과 위치, 의심되는 결함 유형, 유사 사례, 정상 사진과의 비교, 촬영 상태, 원인·조치·예방과 설명서 쪽수, 이전 검사와 조치, 통계를 답할 수 있습니다. “기준값이 0.4라면?”, “1번 영역을 무시하면?”과 같은 가정도 물을 수 있습니다.",
    greeting: () => "이 검사에 대해 물어보십시오.",
    frozen: ({ inspection }) =>
      `검사 기록은 확정되어 있어 어떤 질문이나 요청으로도 판정이 바뀌지 않습니다. 판단이 다르면 gumsa feedback ${inspection} 명령으로 남기십시오.`,
    numberNeeded: ({ what }) =>
      what === "threshold"
        ? "가정할 기준값을 숫자로 알려 주십시오. 예: 기준값이 0.4라면?"
        : "가정할 오경보율을 숫자로 알려 주십시오. 예: 알파가 1%라면?",
    noSuchRegion: ({ ordinal, regions }) =>
      `영역 ${withParticle(String(ordinal), "은/는")} 없습니다. 기록에 있는 의심 영역은 ${regions === 0 ? "없습니다" : `${regions}곳입니다`}.`,
    noSuchEvidence: ({ id }) => `기록에 증거 ${withParticle(id, "이/가")} 없습니다.`,
    notDone: ({ code }) => `그 내용은 조회할 수 없었습니다(${code}).`,
    noEarlier: () => "이 제품의 이전 검사 기록이 없습니다.",
    noFeedback: () => "이 검사에 대해 기록된 조치나 평점이 없습니다.",
    noHistory: () => "이 결함 유형에 대해 이전에 기록된 조치가 없습니다.",
    noCases: () => "기록에 유사 사례가 없습니다.",
    noReference: () => "기록에 정상 사진과의 비교 결과가 없습니다.",
    noBoxes: () => "기록에 문구로 찾은 상자가 없습니다.",
    noOpinion: () => "이 검사에는 언어 모델의 의견이 없습니다.",
    noPassageFound: () => "설명서에 그에 대한 답이 없습니다.",
  },
  points: {
    confirmed: ({ isSo, of }) => `${isSo ? "네." : "아니요."} ${KO_PHRASES.verdict(of)}`,
    severity: ({ level, ratio }) => {
      if (ratio !== undefined)
        return `심각도는 ‘${SEVERITIES[level]}’이며, 점수가 기준값의 ${write.quantity(ratio)}배입니다. 기준을 얼마나 벗어났는지를 뜻할 뿐 얼마나 위험한지를 뜻하지는 않습니다.`;
      return level === "none"
        ? "점수가 기준값을 넘지 않아 심각도를 매기지 않습니다."
        : "담당자가 판정할 때까지 심각도는 정해지지 않습니다.";
    },
    regionCount: ({ regions }) =>
      regions === 0 ? "정상 사진과 구별되는 영역은 없습니다." : `의심 영역은 ${regions}곳입니다.`,
    suspected: ({ type, isAsked }) => {
      if (!type) return "기록에서 의심되는 결함 유형은 없습니다.";
      if (isAsked === undefined)
        return `의심되는 결함 유형은 ${withParticle(type.ko, "이라/라")}고 기록되어 있습니다.`;
      return isAsked
        ? `네. 의심되는 결함 유형은 ${type.ko}입니다.`
        : `물으신 유형은 기록에서 의심되지 않습니다. 의심되는 유형은 ${type.ko}입니다.`;
    },
    look: ({ ordinal, place }) =>
      `사진의 ${KO_WORDS.places[place]}에 있는 ${ordinal === undefined ? "그 부분을" : `${withParticle(`영역 ${ordinal}`, "을/를")}`} 잘라 확대한 사진입니다.`,
    hypothesis: ({ found }) => hypothesisText(found),
    earlier: ({ found, type }) => earlierText(found, type?.ko),
    statistics: ({ found, period, type }) => statisticsText(found, period, type?.ko),
    feedback: ({ found: { worker, action, rating, verdict, outcome, givenAt }, type }) =>
      [
        `${givenAt}에 ${worker} 작업자가 ${quote(action)} 조치를 평점 ${rating}점으로 기록했습니다`,
        ...(verdict ? [`사람이 확인한 판정: ${KO_WORDS.verdicts[verdict]}`] : []),
        ...(type ? [`확인된 유형: ${type.ko}`] : []),
        ...(outcome ? [`결과: ${outcome === "solved" ? "해결" : "미해결"}`] : []),
      ]
        .join("; ")
        .concat("."),
    origin: ({ found }) => originText(found),
    particular: ({ what, found }) => PARTICULARS_KO[what](found),
    metadata: ({ name, value }) =>
      `기록에는 ${withParticle(name, "이/가")} ${withParticle(value, "으로/로")} 적혀 있습니다.`,
    evidenceItem: ({ id, item }) =>
      `${id} (${kindName(item.kind, "ko")}): ${statedFacts(item, "ko")
        .map(({ name, value }) => `${name} ${value}`)
        .join("; ")}.`,
    readersRan: ({ readers }) =>
      `실행된 판독기는 ${readers.map((reader) => readerName(KO_WORDS, reader)).join(", ")}입니다.`,
  },
};

const SEVERITIES = { none: "없음", low: "낮음", medium: "보통", high: "높음", open: "미정" } as const;

/** Of a verdict that the score alone does not give. */
const WHY: Readonly<Record<string, string>> = {
  readers_disagree: " 다른 판독기의 결과가 여전히 어긋나므로 담당자가 판정해야 합니다.",
  too_few_references: " 그 비율로 판정하기에는 정상 사진이 부족합니다.",
  capture_unusable: " 촬영 상태가 판독에 적합하지 않기 때문입니다.",
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
    threshold: () => {
      const value = supposed.what === "threshold" ? write.quantity(supposed.value) : "";
      return `기준값이 ${withParticle(value, "이라/라")}고 가정하면`;
    },
    alpha: () => `오경보율이 ${write.percent(alpha)}%라고 가정하면`,
    ignored: () =>
      supposed.what === "ignored" && supposed.region !== undefined
        ? `${withParticle(`영역 ${supposed.region}`, "이/가")} 없다고 가정하면`
        : "그 부분이 없다고 가정하면",
  }[supposed.what]();
  const subject = supposed.what === "ignored" ? "나머지 부분의 가장 높은 점수" : "점수";
  const [own, limit] =
    threshold === undefined ? [write.quantity(distance), ""] : write.distancePair(distance, threshold);
  const relation =
    threshold === undefined
      ? `${withParticle(subject, "은/는")} ${own}입니다`
      : distance > threshold
        ? `${subject} ${withParticle(own, "이/가")} 기준값 ${limit}보다 높습니다`
        : `${subject} ${withParticle(own, "이/가")} 기준값 ${withParticle(limit, "을/를")} 넘지 않습니다`;
  const p = pValue === undefined ? "" : ` p값은 ${write.pValueBeside(pValue, alpha)}입니다.`;
  const good =
    goodBeyond === undefined
      ? ""
      : ` 정상 사진 ${references}장 중 ${goodBeyond === 0 ? "그 기준값을 넘는 것은 없습니다" : `${goodBeyond}장이 그 기준값을 넘습니다`}.`;
  return `${what} 판정은 ${withParticle(KO_WORDS.verdicts[verdict], "이/가")} 됩니다. ${relation}.${p}${good}${WHY[reasons[0] ?? ""] ?? ""}`;
};

const earlierText = (
  { inspection, inspectedAt, fileName, verdict, distance, threshold, actions }: FollowUpOf<"inspection">,
  type: string | undefined,
): string => {
  const score =
    distance === undefined
      ? ""
      : `, 점수 ${write.quantity(distance)}${threshold === undefined ? "" : `(기준값 ${write.quantity(threshold)})`}`;
  const done = actions.length === 0 ? "" : `; 조치: ${actions.map(quote).join(", ")}`;
  return `검사 ${inspection}(${inspectedAt}, ${fileName}): 판정 ${KO_WORDS.verdicts[verdict]}${score}${type === undefined || verdict === "pass" ? "" : `, ${type}`}${done}.`;
};

const statisticsText = (
  { inspections, verdicts, ofType }: FollowUpOf<"statistics">,
  period: Period,
  type: string | undefined,
): string => {
  const split = (["pass", "fail", "review", "retake"] as const)
    .map((kind) => `${KO_WORDS.verdicts[kind]} ${verdicts[kind]}건`)
    .join(", ");
  const ofThese =
    type === undefined || ofType === undefined
      ? ""
      : ` 그중 ${withParticle(type, "이/가")} 의심되거나 확인된 것은 ${ofType}건입니다.`;
  return `${periodText(period)} 이 제품의 검사는 ${inspections}건입니다(${split}).${ofThese}`;
};

const periodText = (period: Period): string =>
  typeof period === "object"
    ? "물으신 기간에 기록된"
    : {
        today: "오늘 기록된",
        yesterday: "어제 기록된",
        week: "이번 주에 기록된",
        lastWeek: "지난주에 기록된",
        month: "이번 달에 기록된",
        all: "지금까지 기록된",
      }[period];

const originText = (found: FollowUpOf<"origin">): string => {
  const { of, held, field, value, references, atLeastAsHigh, rank, formula, model, bank, isRecomputed } =
    found;
  const again =
    isRecomputed === undefined
      ? " 그 뒤에 메모리 뱅크를 다시 만들어 근거가 된 정상 사진의 점수는 남아 있지 않습니다."
      : isRecomputed
        ? " 저장된 점수로 다시 계산해도 같습니다."
        : "";
  if (of === "pValue") {
    const count =
      atLeastAsHigh === 0
        ? "이 사진만큼 점수가 높은 것이 없습니다"
        : `${atLeastAsHigh}장의 점수가 이 사진 이상입니다`;
    return `${held}의 p값 ${withParticle(write.pValue(value), "은/는")} ${formula} 계산으로 나왔습니다. 정상 사진 ${references}장을 각각 자신을 뺀 뱅크로 채점했을 때 ${count}.${again}`;
  }
  if (of === "threshold")
    return `${held}의 기준값 ${withParticle(write.quantity(value), "은/는")} 정상 사진 ${references}장을 각각 자신을 뺀 뱅크로 채점한 점수를 높은 순으로 놓았을 때 ${rank}번째 값입니다.${again}`;
  if (of === "distance")
    return `${held}의 점수 ${withParticle(write.quantity(value), "은/는")} 거리 지도의 최댓값으로, 사진에서 가장 특이한 곳이 정상품의 메모리 뱅크와 얼마나 떨어져 있는지를 나타냅니다(모델 ${model}, 뱅크 ${bank}).`;
  return `${withParticle(write.quantity(value), "은/는")} 증거 ${held}의 ‘${field}’ 값입니다.`;
};

const PARTICULARS_KO: Readonly<Record<Particular, (found: FollowUpOf<"record">) => string>> = {
  inspectedAt: ({ inspectedAt }) => `${inspectedAt}에 검사했습니다.`,
  duration: ({ totalMs }) =>
    totalMs === undefined
      ? "걸린 시간은 기록되어 있지 않습니다."
      : `검사에 ${Math.round(totalMs)} ms가 걸렸습니다.`,
  file: ({ files }) => `검사한 파일은 ${files.join(", ")}입니다.`,
  product: ({ product }) =>
    product === undefined ? "제품이 지정되지 않았습니다." : `제품은 ${product}입니다.`,
  pictureSize: ({ widthPx, heightPx }) => `사진의 크기는 ${widthPx} × ${heightPx} px입니다.`,
  versions: ({ versions }) =>
    `검사에 쓰인 것은 다음과 같습니다: ${versions.map(({ name, value }) => `${name} ${value}`).join(", ")}.`,
};
