import type { STATS_HELP_EN, STATS_WORDS_EN } from "./messages-stats-en.ts";

export const STATS_HELP_KO: typeof STATS_HELP_EN = {
  stats: {
    does: "기록된 검사를 제품, 결함 유형, 모델, 평점, 날짜별로 집계",
    product: "이 제품의 검사만",
    verdict: "이 판정의 검사만",
    type: "이 결함 유형의 검사만 (사람이 확인한 유형, 없으면 의심된 유형)",
    model: "이 모델이 쓰인 검사만 (보고서를 쓴 모델 포함)",
    rating: "최근 평점이 이 값인 검사만",
    from: "이 날짜(2026-01-31) 또는 시각부터",
    to: "이 날짜까지(당일 포함) 또는 이 시각 전까지",
    text: "파일 이름, 메타데이터, 보고서, 조치 기록에 이 말이 있는 검사만",
  },
};

export const STATS_WORDS_KO: typeof STATS_WORDS_EN = {
  stats: {
    none: "조건에 맞는 검사 기록이 없습니다.",
    counted: (inspections) => `검사 ${inspections}건`,
    time: (median, most, longest) =>
      `요청부터 기록까지: 절반은 ${median}초 이내, 95 %는 ${most}초 이내, 최장 ${longest}초`,
    rated: (rated, mean) => `평점 ${rated}건, 평균 5점 만점에 ${mean}점`,
    overridden: (overridden, decided, percent) =>
      `번복: 사람이 확인하거나 고친 판정 ${decided}건 가운데 ${overridden}건, ${percent} %`,
    interval: (low, high) => `  95 % 구간 ${low}~${high} %, 확인 필요 판정은 번복으로 세지 않음`,
    confirmed: (verdict, confirmed, inspections) =>
      `  ${verdict} 판정을 ${confirmed}(으)로 확인: ${inspections}건`,
    columns: {
      product: "제품",
      type: "결함 유형",
      model: "모델",
      rating: "평점",
      day: "날짜",
      inspections: "검사",
      meanRating: "평균 평점",
      overridden: "번복",
    },
    captureAlone: "없음 (촬영 상태만)",
    withoutType: "없음",
    unrated: "평점 없음",
    invalid: {
      code: "영문 소문자, 숫자, 하이픈이어야 합니다.",
      rating: "1부터 5까지의 정수여야 합니다.",
      day: "2026-01-31 같은 날짜나 2026-01-31T08:00:00Z 같은 시각이어야 합니다.",
      text: "1자 이상 200자 이하여야 합니다.",
    },
  },
};
