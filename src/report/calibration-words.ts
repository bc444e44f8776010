import type { Language } from "../domain/language.ts";

const EN = {
  title: "Calibration",
  rate: "rate of false alarms α",
  threshold: "threshold",
  bound: "false alarms below, with 95 % confidence",
  needed: "good pictures needed",
  unreachable: "too few good pictures",
  view: "View",
  good: "good pictures",
  scores: "Each dot is one good picture, scored against the memory bank without it.",
  failsBeyond: "fails beyond this",
  distance: "anomaly score",
  highest: "Highest good pictures",
  picture: "picture",
  place: "where it is least like the others: x, y · width × height (px)",
  stays: "The bound holds as long as captures stay like the good pictures.",
  current: "current",
};

const KO: typeof EN = {
  title: "보정",
  rate: "오경보율 α",
  threshold: "임계값",
  bound: "오경보 상한 (신뢰수준 95 %)",
  needed: "필요한 양품 사진 수",
  unreachable: "양품 사진 부족",
  view: "뷰",
  good: "양품 사진",
  scores: "점 하나가 양품 사진 한 장이며, 그 사진을 뺀 메모리 뱅크로 잰 점수입니다.",
  failsBeyond: "이보다 크면 불합격",
  distance: "이상 점수",
  highest: "점수가 높은 양품 사진",
  picture: "사진",
  place: "다른 사진과 가장 다른 곳: x, y · 너비 × 높이 (px)",
  stays: "상한은 촬영 조건이 양품 사진과 같을 때 성립합니다.",
  current: "현재",
};

export type CalibrationWords = typeof EN;

export const calibrationWordsOf = (language: Language): CalibrationWords => (language === "ko" ? KO : EN);
