// The Korean sentence of every point.
import { FALSE_ALARM_CONFIDENCE } from "../domain/evidence.ts";
import { HISTORY_CONFIDENCE, type PastAction } from "../domain/history.ts";
import type { VerdictReason } from "../domain/verdict.ts";
import * as write from "./numbers.ts";
import { OPINION_LABELS } from "./opinions.ts";
import { particle, withParticle } from "./particles.ts";
import type { ManualSection, Phrases, Point } from "./points.ts";
import { quote } from "./quotations.ts";
import { reasonInKorean } from "./reasons.ts";
import { readerName } from "./words.ts";
import { KO_WORDS } from "./words-ko.ts";

export const KO_PHRASES: Phrases = {
  summary: ({ verdict, reasons, product, types, regions, place }) => {
    const sentences = [
      `${product?.ko ?? "촬영 상태만 평가"}: ${KO_WORDS.verdicts[verdict]}.`,
      REASONS_IN_BRIEF[reasons[0] ?? "nothing_found"],
      ...(place === undefined ? [] : [regionsInBrief(regions, KO_WORDS.places[place])]),
      ...(types.length === 0
        ? []
        : [`${withParticle(types.map(({ ko }) => ko).join(", "), "이/가")} 의심됩니다.`]),
    ];
    return sentences.join(" ");
  },
  verdict: ({ verdict, reasons }) =>
    `${reasons.map((reason) => REASONS[reason]).join(", ")} ${withParticle(KO_WORDS.verdicts[verdict], "으로/로")} 판정했습니다.`,
  score: (point) => `${scoreClause(point)}, p값은 ${pValueClause(point)}.`,
  highestGood: ({ distance, highestGood, references }) => {
    const [own, good] = write.distancePair(distance, highestGood);
    const relation = distance > highestGood ? "그보다 높습니다" : "그보다 높지 않습니다";
    return `정상 사진 ${references}장 가운데 가장 높은 점수는 ${good}이고, 이 사진의 ${withParticle(own, "은/는")} ${relation}.`;
  },
  promise: ({ alpha, references, falseAlarmBound }) => {
    const bound =
      falseAlarmBound === undefined
        ? ""
        : ` 그 비율은 ${percent(FALSE_ALARM_CONFIDENCE)} 신뢰도로 ${percent(falseAlarmBound)} 미만이며,`;
    return `이 검사는 정상 사진 ${references}장으로 보정되어 정상품의 약 ${percent(alpha)}를 잘못 불합격시킬 수 있고,${bound} 이는 촬영이 기준 사진과 교환 가능한 조건에서 이루어지는 동안 유효합니다.`;
  },
  reviewRate: ({ readers, alpha }) =>
    `이와 별도로 다음 판독기는 각각 정상품의 약 ${percent(alpha)}를 확인 필요로 보내고 그 비율은 더해지며, 불합격은 이상 점수만으로 내려집니다(${readers.map((reader) => KO_WORDS.readers[reader]).join(", ")}).`,
  tooFewReferences: ({ references, needed, alpha }) =>
    `정상 사진 ${references}장으로는 p값이 ${percent(alpha)}에 이를 수 없으며, ${percent(alpha)} 기준으로 판정하려면 정상 사진 ${needed}장이 필요합니다.`,
  region: ({ ordinal, place, box, distance, label }) =>
    `${withParticle(`영역 ${ordinal}${label === undefined ? "" : `(${label.ko})`}`, "은/는")} 사진의 ${KO_WORDS.places[place]}(x ${write.pixels(box.x)}, y ${write.pixels(box.y)})에 있고, 크기는 ${write.pixels(box.width)} × ${write.pixels(box.height)} px이며 거리는 최대 ${write.quantity(distance)}입니다.`,
  referenceRegion: ({ ordinal, place, box, distance }) =>
    `${withParticle(`영역 ${ordinal}`, "은/는")} 사진의 ${KO_WORDS.places[place]}(x ${write.pixels(box.x)}, y ${write.pixels(box.y)})에 있고, 크기는 ${write.pixels(box.width)} × ${write.pixels(box.height)} px이며 정상 사진과의 차이(1에서 SSIM을 뺀 값)는 최대 ${write.quantity(distance)}입니다.`,
  moreRegions: ({ total }) =>
    `의심 영역은 모두 ${total}곳이며, 여기에 적지 않은 영역은 영역 목록에 있습니다.`,
  noRegions: () => "사진에서 정상 사진과 구별되는 영역은 없습니다.",
  alignment: ({ fileName, alignment: { dxPx, dyPx, rotationDegrees, scale, score }, meanSsim }) =>
    `정상 사진 ${withParticle(fileName, "을/를")} 가로 ${write.quantity(dxPx)} px, 세로 ${write.quantity(dyPx)} px 옮기고 ${write.quantity(rotationDegrees)}° 돌리고 ${write.quantity(scale)}배로 맞추면 이 사진과 겹치며(윤곽 일치도 ${write.quantity(score)}), 두 사진의 평균 구조 유사도(SSIM)는 ${write.quantity(meanSsim)}입니다.`,
  difference: ({ distance, threshold, references, pValue, alpha }) => {
    const [own, limit] = write.distancePair(distance, threshold ?? distance);
    const beside = threshold === undefined ? "" : `(기준값 ${limit})`;
    const relation =
      pValue <= alpha ? "정상 사진끼리의 차이보다 큽니다" : "정상 사진끼리의 차이를 넘지 않습니다";
    return `두 사진의 차이는 최대 ${own}${beside}이며, 정상 사진 ${references}쌍과 비교한 p값 ${withParticle(write.pValueBeside(pValue, alpha), "으로/로")} ${relation}.`;
  },
  capture: ({ grade, references, isDegraded }) => {
    const found = isDegraded ? "화질 저하가 확인되었습니다" : "화질 저하는 확인되지 않았습니다";
    const basis = references === 0 ? "" : `이 제품의 정상 사진 ${references}장과 비교했을 때 `;
    return `${basis}촬영 상태는 ‘${KO_WORDS.grades[grade]}’이며 ${found}.`;
  },
  degradation: ({ degradation, severity, statistic, usual, motion, part }) => {
    const { name, value, unit } = statistic;
    const range =
      usual === undefined
        ? ""
        : `; 정상 사진의 중앙값 ${measured(usual.median, unit)}, 범위 ${write.quantity(usual.low)}~${measured(usual.high, unit)}`;
    const way =
      motion === undefined ? "" : `가로 방향에서 ${motion.angleDegrees}°로 ${motion.lengthPx} px 길이의 `;
    const where =
      part === undefined
        ? "사진 전체에"
        : `사진의 ${KO_WORDS.places[part.place]}(x ${write.pixels(part.box.x)}, y ${write.pixels(part.box.y)}, ${write.pixels(part.box.width)} × ${write.pixels(part.box.height)} px)에`;
    const found = withParticle(KO_WORDS.degradations[degradation].name, "이/가");
    return `${where} ${way}심각도 ${percent(severity)}의 ${found} 있습니다(${name}: ${measured(value, unit)}${range}).`;
  },
  caseNearness: ({ pValue, alpha, references, cases }) =>
    `이 제품의 정상 사진 ${references}장과 견줄 때, 이 사진만큼 알려진 사례(${cases}건 저장)에 가까울 p값은 ${pValueClause({ pValue, alpha })}.`,
  similarCase: ({ caseId, type, asked, similarity }) =>
    `${withParticle(askedWords(asked), "과/와")} 가장 비슷한 알려진 사례는 ${caseId}(${type.ko})이며 유사도는 ${write.quantity(similarity)}입니다.`,
  groundedBox: ({ words, isNegated, type, box, pValue, alpha, references, isSupported }) => {
    const asked = isNegated ? " 물음의 내용과는 어긋납니다." : "";
    const support = isSupported
      ? "이상 지도도 이 상자를 뒷받침합니다."
      : "이상 지도가 뒷받침하지 않으므로 판정에는 반영하지 않았습니다.";
    return `x ${write.pixels(box.x)}, y ${write.pixels(box.y)}에서 ${write.pixels(box.width)} × ${write.pixels(box.height)} px 크기의 자리가 정상 부품의 여느 자리보다 ${withParticle(type?.ko ?? words, "과/와")} 더 비슷합니다(p값 ${write.pValueBeside(pValue, alpha)}, 정상 사진 ${references}장).${asked} ${support}`;
  },
  unknownPhrases: ({ phrases, model }) =>
    `${phrases.join(", ")}: ${model === undefined ? "이 제품의 결함 유형과 사례에 없는 말이어서" : `${withParticle(model, "이/가")} 모르는 말이어서`} 찾지 않았습니다.`,
  suspectedType: ({ type, nearest, agreeing, similarity }) =>
    `가장 두드러진 곳과 비슷한 사례 ${nearest}건 가운데 ${agreeing}건이 ${type.ko} 유형이므로(유사도 최대 ${write.quantity(similarity)}) 이 유형이 의심됩니다.`,
  readerFailed: ({ reader, reason }) =>
    `${withParticle(readerName(KO_WORDS, reader), "은/는")} 실패했습니다(${reasonInKorean(reason)}).`,
  readersSkipped: ({ readers }) =>
    `다음 판독기는 실행되지 않았습니다: ${readers.map(({ reader, reason }) => `${readerName(KO_WORDS, reader)}(${reasonInKorean(reason)})`).join(", ")}.`,
  captureOnly: () => "제품이 지정되지 않아 촬영 상태만 평가했습니다.",
  opinion: ({ model, text }) => `${OPINION_LABELS.ko}(${model}, 판정에 반영되지 않음): ${text}`,
  passage: ({ section, defectType, document, revision, page, quotation }) =>
    `${document}(개정 ${revision}) ${page}쪽에는 ${subject(section, defectType?.ko)}에 대해 ${quote(quotation)}라고 적혀 있습니다.`,
  typeUndetermined: () => "결함 유형이 정해지지 않아 이 제품의 유형별로 설명서 구절을 나열합니다.",
  typesWithoutPassage: ({ section, types }) => {
    const names = types.map(({ ko }) => ko).join(", ");
    return `${withParticle(names, "은/는")} 설명서에 ${TOPICS[section]} 구절이 없습니다.`;
  },
  noPassage: ({ section }) =>
    `이 부품의 ${withParticle(TOPICS[section], "을/를")} 다룬 구절이 설명서에 없습니다.`,
  manualsNotAsked: ({ why }) =>
    why === "retake"
      ? "이 사진으로는 부품 자체의 결함 여부를 말할 수 없어 설명서를 찾지 않았습니다."
      : "제품이 지정되지 않아 설명서를 찾지 않았으며 부품의 원인은 말할 수 없습니다.",
  noCause: () => "한도를 벗어난 소견이 없어 찾을 원인이 없습니다.",
  causeOpen: () => "담당자가 이 부품을 판정할 때까지 원인은 확정되지 않습니다.",
  captureCause: ({ degradation }) => {
    const { name, cause } = KO_WORDS.degradations[degradation];
    return `${withParticle(name, "은/는")} ${cause} 생깁니다.`;
  },
  captureCauseUnknown: () => "촬영 상태가 판독 불가로 평가되었으나 이를 설명하는 특정 화질 저하는 없습니다.",
  nextStep: ({ verdict, hasRegions }) => NEXT_STEPS[verdict](hasRegions),
  retakeAdvice: ({ degradation }) => {
    const { name, advice } = KO_WORDS.degradations[degradation];
    return `${withParticle(name, "을/를")} 없애려면 ${advice} 다시 촬영하십시오.`;
  },
  addReferences: ({ references, needed, alpha }) =>
    `${percent(alpha)} 기준으로 판정할 수 있도록 정상 사진을 현재 ${references}장에서 ${needed}장 이상으로 늘리십시오.`,
  pastAction: ({ type, past }) =>
    `이 제품의 ${type.ko}에 대해 ${quote(past.action)} 조치가 ${past.times}회 기록되었으며, ${outcomes(past)}.`,
  repairReader: ({ reader }) =>
    `${readerName(KO_WORDS, reader)} 오류를 해결한 뒤 이 사진을 다시 검사하십시오.`,
  nameProduct: () => "부품에 대한 판정을 받으려면 제품을 지정하여 다시 검사하십시오.",
  keepConditions: ({ hasReferences }) =>
    hasReferences
      ? "조명, 거리, 초점, 위치를 정상 사진과 같게 유지하고, 그중 하나라도 바뀌면 새 정상 사진을 추가하십시오."
      : "모든 촬영에서 조명, 거리, 초점, 위치를 같게 유지하십시오.",
  preventDegradation: ({ degradation }) => {
    const { name, prevention } = KO_WORDS.degradations[degradation];
    return `${withParticle(name, "이/가")} 다시 생기지 않도록 ${prevention}.`;
  },
  nothingSupported: () => "이 항목에는 증거 대조를 통과한 문장이 없습니다.",
};

// Each ends in the connecting form that runs on into the verdict.
const REASONS: Readonly<Record<VerdictReason, string>> = {
  capture_unusable: "촬영 상태가 판독에 적합하지 않아",
  no_deciding_reader: "합격과 불합격을 가를 수 있는 판독기가 실행되지 않아",
  anomaly_beyond_alpha: "이상 점수가 정상품에서 나타나는 범위를 벗어나",
  too_few_references: "정상 사진이 부족해 통계적으로 판정할 수 없어",
  readers_disagree: "판독기들의 결과가 서로 달라",
  nothing_found: "정상품과 다른 점이 발견되지 않아",
};

const REASONS_IN_BRIEF: Readonly<Record<VerdictReason, string>> = {
  capture_unusable: "이 사진으로는 판정할 수 없습니다.",
  no_deciding_reader: "합격과 불합격을 가를 수 있는 판독기가 실행되지 않았습니다.",
  anomaly_beyond_alpha: "부품이 정상품과 한도 이상으로 다릅니다.",
  too_few_references: "판정하기에는 정상 사진이 부족합니다.",
  readers_disagree: "판독기들의 결과가 서로 달라 담당자가 판정합니다.",
  nothing_found: "정상품과 다른 점이 발견되지 않았습니다.",
};

const regionsInBrief = (count: number, place: string): string =>
  count === 1
    ? `사진의 ${place}에서 1곳이 두드러집니다.`
    : `${count}곳이 두드러지며 가장 뚜렷한 곳은 사진의 ${place}입니다.`;

const outcomes = ({ judged, solved, solvedShare, solvedLow, solvedHigh }: PastAction): string => {
  if (solvedShare === undefined || solvedLow === undefined || solvedHigh === undefined)
    return "결과가 확인된 것은 없습니다";
  return `결과가 확인된 ${judged}회 가운데 ${solved}회 해결되었습니다(${percent(solvedShare)}, ${percent(HISTORY_CONFIDENCE)} 신뢰구간 ${percent(solvedLow)}~${percent(solvedHigh)})`;
};

const NEXT_STEPS: Readonly<Record<Point<"nextStep">["verdict"], (hasRegions: boolean) => string>> = {
  pass: () => "부품을 다음 공정으로 넘기십시오.",
  fail: (hasRegions) =>
    hasRegions
      ? "부품을 부적합품으로 격리하고 표시된 영역을 실물에서 확인하십시오."
      : "부품을 부적합품으로 격리하고 육안으로 확인하십시오.",
  review: (hasRegions) =>
    hasRegions
      ? "부품을 보류하고 담당자가 표시된 영역을 확인하여 판정하십시오."
      : "부품을 보류하고 담당자가 직접 확인하여 판정하십시오.",
  retake: () => "부품을 보류하고 촬영 상태를 바로잡아 다시 촬영하되, 이 사진으로는 부품을 판정하지 마십시오.",
};

const TOPICS: Readonly<Record<ManualSection, string>> = {
  causes: "원인",
  actions: "조치",
  prevention: "예방",
};

const subject = (section: ManualSection | undefined, type: string | undefined): string => {
  if (section === undefined) return type ?? "이 제품";
  return type === undefined ? TOPICS[section] : `${type}의 ${TOPICS[section]}`;
};

const scoreClause = ({ distance, threshold }: Point<"score">): string => {
  if (threshold === undefined) {
    return `이상 점수는 ${write.quantity(distance)}이고 아직 기준값이 없으며`;
  }
  const [own, limit] = write.distancePair(distance, threshold);
  const relation =
    distance > threshold ? `기준값 ${limit}보다 높고` : `기준값 ${withParticle(limit, "을/를")} 넘지 않고`;
  return `이상 점수는 ${own}${particle(own, "으로/로")} ${relation}`;
};

const askedWords = (asked: Point<"similarCase">["asked"]): string => {
  if (asked === "whole") return "사진 전체";
  return asked === "spot" ? "가장 특이한 곳" : `영역 ${asked}`;
};

const pValueClause = ({ pValue, alpha }: Pick<Point<"score">, "pValue" | "alpha">): string => {
  const level = `유의 수준 ${write.alpha(alpha)}`;
  return `${withParticle(write.pValueBeside(pValue, alpha), "으로/로")} ${level}${pValue <= alpha ? " 이하입니다" : "보다 큽니다"}`;
};

const percent = (share: number): string => `${write.percent(share)}%`;

const measured = (value: number, unit: string): string =>
  unit === "" ? write.quantity(value) : `${write.quantity(value)} ${unit}`;
