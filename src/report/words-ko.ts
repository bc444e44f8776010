import { KO_DEGRADATIONS } from "./degradations-ko.ts";
import type { Words } from "./words.ts";

export const KO_WORDS: Words = {
  verdicts: { pass: "합격", fail: "불합격", review: "확인 필요", retake: "재촬영" },
  sections: { status: "현황", causes: "원인", actions: "조치", prevention: "예방" },
  grades: { usable: "양호", limited: "제한적", unusable: "판독 불가" },
  places: {
    "upper-left": "좌측 상단",
    "upper-center": "중앙 상단",
    "upper-right": "우측 상단",
    "middle-left": "좌측 중앙",
    "middle-center": "정중앙",
    "middle-right": "우측 중앙",
    "lower-left": "좌측 하단",
    "lower-center": "중앙 하단",
    "lower-right": "우측 하단",
  },
  readers: {
    gradeCapture: "촬영 상태 평가",
    detectAnomaly: "이상 탐지",
    findSimilar: "유사 사례 검색",
    classifyViews: "시점별 분류",
    describeImage: "언어 모델의 의견",
    compareReference: "기준 사진 비교",
    groundDefects: "결함 위치 지정",
  },
  degradations: KO_DEGRADATIONS,
};
