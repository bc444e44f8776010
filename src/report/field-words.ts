// The names of evidence kinds, of their fields and of why a sentence was removed. A kind or field that is not here
// is shown under its own name, so that new evidence appears without a change.
import type { Bilingual } from "../domain/language.ts";
import type { RemovedSentence } from "../domain/report.ts";

export const KIND_WORDS: Readonly<Record<string, Bilingual>> = {
  capture: { ko: "촬영 상태", en: "Capture grade" },
  degradation: { ko: "화질 저하", en: "Degradation" },
  anomaly: { ko: "이상 점수", en: "Anomaly score" },
  reference: { ko: "기준 사진 비교", en: "Reference comparison" },
  reader: { ko: "판독기 상태", en: "Reader status" },
  similarity: { ko: "사례와의 가까움", en: "Nearness to known cases" },
  similar: { ko: "유사 사례", en: "Similar case" },
  manual: { ko: "설명서 구절", en: "Manual passage" },
  opinion: { ko: "모델의 의견(판정에 반영되지 않음)", en: "The model's opinion, not counted in the verdict" },
};

export const FIELD_WORDS: Readonly<Record<string, Bilingual>> = {
  grade: { ko: "등급", en: "grade" },
  references: { ko: "정상 사진", en: "good pictures" },
  kind: { ko: "종류", en: "kind" },
  severity: { ko: "심각도", en: "severity" },
  angleDegrees: { ko: "방향(°)", en: "direction, °" },
  lengthPx: { ko: "길이(px)", en: "length, px" },
  median: { ko: "정상 사진 중앙값", en: "good pictures' median" },
  low: { ko: "정상 사진 최저", en: "good pictures' lowest" },
  high: { ko: "정상 사진 최고", en: "good pictures' highest" },
  distance: { ko: "거리", en: "distance" },
  threshold: { ko: "기준값", en: "threshold" },
  highestGood: { ko: "정상 최고값", en: "highest good" },
  pValue: { ko: "p값", en: "p-value" },
  alpha: { ko: "α", en: "α" },
  falseAlarmBound: { ko: "오경보 상한", en: "false-alarm bound" },
  bank: { ko: "메모리 뱅크", en: "memory bank" },
  map: { ko: "거리 지도", en: "distance map" },
  image: { ko: "기준 사진 해시", en: "reference hash" },
  fileName: { ko: "파일", en: "file" },
  choice: { ko: "기준 선택", en: "choice of reference" },
  dxPx: { ko: "가로 이동(px)", en: "moved along x, px" },
  dyPx: { ko: "세로 이동(px)", en: "moved along y, px" },
  rotationDegrees: { ko: "회전(°)", en: "turned by, °" },
  scale: { ko: "배율", en: "scale" },
  score: { ko: "윤곽 일치도", en: "edge agreement" },
  covered: { ko: "겹치는 비율", en: "share covered" },
  meanSsim: { ko: "평균 SSIM", en: "mean SSIM" },
  windowPx: { ko: "SSIM 창(px)", en: "SSIM window, px" },
  sigmaPx: { ko: "SSIM 창 σ(px)", en: "SSIM window sigma, px" },
  k1: { ko: "K1", en: "K1" },
  k2: { ko: "K2", en: "K2" },
  range: { ko: "밝기 범위", en: "range of levels" },
  smoothingPx: { ko: "평활 σ(px)", en: "smoothing sigma, px" },
  widthPx: { ko: "비교 너비(px)", en: "width compared, px" },
  heightPx: { ko: "비교 높이(px)", en: "height compared, px" },
  reader: { ko: "판독기", en: "reader" },
  status: { ko: "상태", en: "status" },
  reason: { ko: "사유", en: "reason" },
  document: { ko: "문서", en: "document" },
  documentId: { ko: "문서 해시", en: "document hash" },
  revision: { ko: "개정", en: "revision" },
  page: { ko: "쪽", en: "page" },
  headings: { ko: "제목", en: "headings" },
  quotation: { ko: "인용", en: "quotation" },
  section: { ko: "항목", en: "section" },
  model: { ko: "모델", en: "model" },
  text: { ko: "의견", en: "opinion" },
  promptVersion: { ko: "프롬프트", en: "prompt" },
  cases: { ko: "사례", en: "cases" },
  caseId: { ko: "사례 번호", en: "case" },
  caseType: { ko: "사례 유형", en: "case type" },
  similarity: { ko: "유사도", en: "similarity" },
  rank: { ko: "순위", en: "rank" },
  asked: { ko: "질의", en: "asked" },
  matched: { ko: "일치", en: "matched" },
  nearest: { ko: "가까운 사례", en: "nearest" },
  agreeing: { ko: "같은 유형", en: "agreeing" },
  defectType: { ko: "결함 유형", en: "defect type" },
};

/** The words of fixed values, by field. */
export const VALUE_WORDS: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  asked: {
    whole: { ko: "사진 전체", en: "whole picture" },
    spot: { ko: "가장 특이한 곳", en: "most unusual place" },
  },
  matched: { whole: { ko: "사진 전체", en: "whole picture" }, crop: { ko: "결함 부분", en: "defect crop" } },
};

export const REMOVAL_WORDS: Readonly<Record<RemovedSentence["reason"], Bilingual>> = {
  no_evidence: { ko: "증거 없음", en: "no evidence" },
  unknown_evidence: { ko: "존재하지 않는 증거", en: "unknown evidence" },
  opinion_as_fact: { ko: "모델의 의견을 사실처럼 서술", en: "a model's opinion told as a fact" },
  number_without_evidence: { ko: "증거에 없는 숫자", en: "number without evidence" },
  quotation_not_on_page: { ko: "해당 쪽에 없는 인용", en: "quotation not on the page" },
};
